import type { Invalid } from '@fernweh/contracts/api/operation'
import type { z } from 'zod'
import { IdempotencyKeyReused } from '../event-log/command-batcher.ts'

export class HttpProblem extends Error {
  readonly status: number
  readonly body: object
  constructor(status: number, body: object) {
    super(`${status} ${JSON.stringify(body)}`)
    this.status = status
    this.body = body
  }
}

export const invalid = (...problems: Invalid['invalid']) => new HttpProblem(400, { invalid: problems })
export const signInRequired = () => new HttpProblem(401, { refused: 'sign-in-needed' })
export const forbidden = () => new HttpProblem(403, { refused: 'forbidden' })
export const notFound = () => new HttpProblem(404, { refused: 'not-found' })

/** Names the field of each issue; `whole` names the value itself, e.g. a body that is not an object. */
export function invalidFields(error: z.ZodError, whole: string): HttpProblem {
  return invalid(
    ...error.issues.flatMap((issue) => {
      const fields = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
      return fields.map((path) => ({ field: path.join('.') || whole, problem: issue.message }))
    }),
  )
}

/** Errors of Express, its body parsers and router carry their status. */
export function fromExpress(error: unknown): HttpProblem | undefined {
  if (error instanceof IdempotencyKeyReused)
    return invalid({ field: 'idempotency-key', problem: 'was used for another request' })
  const { type, status, limit = 0 } = error as { type?: string; status?: number; limit?: number }
  if (type === 'entity.too.large')
    return new HttpProblem(413, { invalid: [{ field: 'body', problem: `larger than ${limit / 1024} KB` }] })
  if (type === 'entity.parse.failed') return invalid({ field: 'body', problem: 'not valid JSON' })
  if (error instanceof URIError) return invalid({ field: 'url', problem: 'malformed escape' })
  if (status && status >= 400 && status < 500) {
    const problem = type?.replaceAll('.', ' ') ?? 'cannot be read'
    return new HttpProblem(status, { invalid: [{ field: 'body', problem }] })
  }
  return undefined
}
