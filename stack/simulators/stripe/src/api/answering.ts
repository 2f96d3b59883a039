/** How every call of the API is answered: quota, key, idempotency, and what the settings do to it. */
import { setTimeout as delay } from 'node:timers/promises'
import type { RequestHandler, Response } from 'express'
import type { Answer } from '../objects.ts'
import type { StripeProvider } from '../provider.ts'
import type { ApiCall, Calls } from '../settings.ts'
import { createIdempotency } from './idempotency.ts'
import { broken, tooMany, Unreadable, unauthorized, WireError } from './wire-error.ts'

/** The input of a call: path parameters, and fields of the form or the query. */
export interface CallContent {
  id: string
  fields: Record<string, unknown>
}
export type Work = (content: CallContent) => object

export function createAnswering(provider: StripeProvider, calls: Calls, secretKey: string) {
  const once = createIdempotency(provider.store)
  const { settings } = provider

  function admit(authorization = '') {
    if (calls.inLastSecond(Date.now()) > settings.perSecond) throw tooMany()
    const key = readKey(authorization)
    if (key !== secretKey) throw unauthorized(key)
    if (settings.failures > 0) {
      settings.failures -= 1
      throw broken()
    }
  }

  async function carryOut(work: Work, content: CallContent): Promise<Answer> {
    await delay(settings.delayMs)
    try {
      return { status: 200, body: work(content) }
    } catch (error) {
      if (error instanceof Unreadable || !(error instanceof WireError)) throw error
      return toAnswer(error)
    }
  }

  return (work: Work): RequestHandler =>
    async (request, response) => {
      const { method, path, query, body } = request
      const key = (method === 'POST' && request.get('idempotency-key')) || null
      const call = calls.add({ at: Date.now(), method, path, idempotencyKey: key, status: 0 })
      if (settings.down) return void response.destroy()
      const content = { id: String(request.params.id ?? ''), fields: { ...query, ...body } }
      try {
        admit(request.get('authorization'))
        const isOnce = key !== null && settings.idempotency
        const answer = await (isOnce ? once(key, request, () => carryOut(work, content)) : carryOut(work, content))
        if (method === 'POST' && settings.loseAnswers > 0) {
          settings.loseAnswers -= 1
          return void response.destroy()
        }
        send(response, call, answer)
      } catch (error) {
        if (!(error instanceof WireError)) throw error
        send(response, call, toAnswer(error))
      }
    }
}

function send(response: Response, call: ApiCall, { status, body, replayed }: Answer & { replayed?: boolean }) {
  call.status = status
  if (replayed) response.set('idempotent-replayed', 'true')
  response.status(status).set('request-id', `req_${call.at}`).json(body)
}

const toAnswer = ({ status, details }: WireError): Answer => ({ status, body: { error: details } })

/** `Bearer sk_…`, or the user name of basic authentication. */
function readKey(authorization: string): string {
  const [scheme = '', value = ''] = authorization.split(' ')
  return scheme.toLowerCase() === 'basic' ? (Buffer.from(value, 'base64').toString().split(':')[0] ?? '') : value
}
