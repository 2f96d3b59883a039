/** Errors as the provider spells them: `{ "error": { type, code?, param?, message } }`. */
import type { z } from 'zod'

interface Details {
  type: 'invalid_request_error' | 'idempotency_error' | 'api_error'
  message: string
  code?: string
  param?: string
}

export class WireError extends Error {
  constructor(
    readonly status: number,
    readonly details: Details,
  ) {
    super(details.message)
  }
}

/** The request could not be read: nothing was tried, and no key remembers it. */
export class Unreadable extends WireError {}

export const refused = (message: string, more: { code?: string; param?: string } = {}) =>
  new WireError(400, { type: 'invalid_request_error', message, ...more })

export const missing = (what: string, id: string, param: string) =>
  new WireError(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    param,
    message: `No such ${what}: '${id}'`,
  })

export function unauthorized(key: string): WireError {
  const message = key
    ? `Invalid API Key provided: ${key.slice(0, 8)}${'*'.repeat(8)}`
    : 'You did not provide an API key.'
  return new WireError(401, { type: 'invalid_request_error', message })
}

export const tooMany = () =>
  new WireError(429, { type: 'invalid_request_error', code: 'rate_limit', message: 'Request rate limit exceeded.' })

export const broken = () =>
  new WireError(500, { type: 'api_error', message: 'An unknown error occurred on our side. Please try again.' })

export function unreadable({ issues: [issue] }: z.ZodError): Unreadable {
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const param = toParam([...(issue?.path ?? []), ...(unknown ? [unknown] : [])])
  const [code, message] = unknown
    ? ['parameter_unknown', `Received unknown parameter: ${param}`]
    : issue?.message.includes('received undefined')
      ? ['parameter_missing', `Missing required param: ${param}.`]
      : ['parameter_invalid', `Invalid ${param}: ${issue?.message}`]
  return new Unreadable(400, { type: 'invalid_request_error', code, param, message })
}

/** `line_items[0][price_data]` */
function toParam([first, ...rest]: PropertyKey[]): string {
  return `${String(first ?? '')}${rest.map((name) => `[${String(name)}]`).join('')}`
}
