/** The calls of the API that exist here. */
import express, { type Express } from 'express'
import { z } from 'zod'
import { createRefund, newRefund } from '../payments/refunds.ts'
import { createSession, expireSession, newSession, sessionOf } from '../payments/sessions.ts'
import type { StripeProvider } from '../provider.ts'
import type { Calls } from '../settings.ts'
import { type CallContent, createAnswering, type Work } from './answering.ts'
import { expand } from './expand.ts'
import { missing, refused, unreadable } from './wire-error.ts'

export function serveApi(app: Express, provider: StripeProvider, calls: Calls, secretKey: string): void {
  const { store } = provider
  const answer = createAnswering(provider, calls, secretKey)
  const get = (path: string, work: Work) => app.get(path, answer(withExpansion(provider, work)))
  const post = (path: string, work: Work) => app.post(path, answer(withExpansion(provider, work)))

  app.set('query parser', 'extended')
  app.use('/v1', express.urlencoded({ extended: true, limit: '256kb' }))
  post('/v1/checkout/sessions', ({ fields }) => createSession(provider, read(newSession, fields)))
  get('/v1/checkout/sessions', ({ fields }) => list(store.all('session'), fields, ['payment_intent', 'status']))
  get('/v1/checkout/sessions/:id', ({ id }) => sessionOf(provider, id))
  post('/v1/checkout/sessions/:id/expire', ({ id }) => expireSession(provider, id))
  get('/v1/payment_intents/:id', ({ id }) => store.get('intent', id) ?? absent('payment_intent', id, 'intent'))
  get('/v1/charges/:id', ({ id }) => store.get('charge', id) ?? absent('charge', id, 'charge'))
  post('/v1/refunds', ({ fields }) => createRefund(provider, read(newRefund, fields)))
  get('/v1/refunds', ({ fields }) => list(store.all('refund'), fields, ['payment_intent', 'charge']))
  get('/v1/refunds/:id', ({ id }) => store.get('refund', id) ?? absent('refund', id, 'refund'))
  app.all('/v1{/*path}', (request) =>
    answer(() => {
      throw refused(`Unrecognized request URL (${request.method}: ${request.path}).`)
    })(request, request.res as express.Response, () => {}),
  )
}

function withExpansion({ store }: StripeProvider, work: Work): Work {
  return ({ id, fields: { expand: paths, ...fields } }: CallContent) => {
    const wanted = read(z.record(z.string(), z.string()).or(z.array(z.string())).default([]), paths)
    return expand(store, work({ id, fields }), Object.values(wanted))
  }
}

function read<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value)
  if (!result.success) throw unreadable(result.error)
  return result.data
}

/** Newest first, those whose fields have the given values. */
function list(all: object[], { limit = '10', ...fields }: Record<string, unknown>, filters: string[]) {
  const wanted = Object.entries(fields).filter(([name]) => filters.includes(name))
  const matches = all.filter((one) => wanted.every(([name, value]) => (one as Record<string, unknown>)[name] === value))
  const data = matches.reverse().slice(0, Number(limit))
  return { object: 'list', data, has_more: matches.length > data.length, url: '/v1' }
}

function absent(what: string, id: string, param: string): never {
  throw missing(what, id, param)
}
