import { HttpProblem } from '@fernweh/kit/server/http/problem'
import type { Request } from 'express'

/** Whole, so that a command can be sent again. What is too large is read to its end: who is still sending reads no answer. */
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
