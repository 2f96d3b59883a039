import { HttpProblem } from '@fernweh/kit/server/http/problem'
import type { Request } from 'express'

/**
 * Small and whole, so that a command with an idempotency key survives the death of an instance. What is too large is read
 * to its end and forgotten, because a client that is still sending would not hear the answer.
 */
export async function readBody(request: Request, mostKilobytes: number): Promise<Buffer | null> {
  if (request.method === 'GET' || request.method === 'HEAD') return null
  const chunks: Buffer[] = []
  let bytes = 0
  const most = mostKilobytes * 1024
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes <= most) chunks.push(chunk)
  }
  if (bytes > most)
    throw new HttpProblem(413, { invalid: [{ field: 'body', problem: `larger than ${mostKilobytes} KB` }] })
  return chunks.length > 0 ? Buffer.concat(chunks) : null
}
