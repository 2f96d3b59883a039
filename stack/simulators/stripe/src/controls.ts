/** `GET /_control` shows what the provider has received, `POST /_control` makes it misbehave. Not part of Stripe's API. */
import express, { type Express } from 'express'
import type { StripeProvider } from './provider.ts'
import { type Calls, settingsSchema } from './settings.ts'

export function serveControls(app: Express, { store, settings }: StripeProvider, calls: Calls): void {
  app
    .route('/_control')
    .get((_request, response) => {
      response.json({
        settings,
        calls: calls.all(),
        sessions: store.all('session'),
        charges: store.all('charge'),
        refunds: store.all('refund'),
        events: store
          .all('event')
          .map(({ id, type, created }) => ({ id, type, created, ...store.get('delivery', id) })),
      })
    })
    .post(express.json(), (request, response) => {
      const read = settingsSchema.safeParse({ ...settings, ...request.body })
      if (!read.success) return void response.status(400).json({ invalid: read.error.issues })
      response.json(Object.assign(settings, read.data))
    })
}
