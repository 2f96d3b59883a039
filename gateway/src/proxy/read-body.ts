import { HttpProblem } from '@fernweh/kit/server/http/problem'
import type { Request } from 'express'

/**
 * Reads a body whole, so that a command with an idempotency key survives the death of an instance. One that is too large is
 * read to its end and dropped, because a client that is still sending would not read the answer.
 */
export async function readBody(request: Request, maxKilobytes: number): Promise<Buffer | null> {
  if (request.method === 'GET' || request.method === 'HEAD') return null
  const chunks: Buffer[] = []
  let bytes = 0
  const maxBytes = maxKilobytes * 1024
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes <= maxBytes) chunks.push(chunk)
  }
  if (bytes > maxBytes)
    throw new HttpProblem(413, { invalid: [{ field: 'body', problem: `larger than ${maxKilobytes} KB` }] })
  return chunks.length > 0 ? Buffer.concat(chunks) : null
}
