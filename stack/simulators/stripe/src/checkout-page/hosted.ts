/** The hosted page: a form without scripts. */
import express, { type Express, type Response } from 'express'
import type { CheckoutSession } from '../objects.ts'
import { declineSession, paySession } from '../payments/payments.ts'
import type { StripeProvider } from '../provider.ts'
import { outcomeOf } from './cards.ts'
import { style, toClosedPage, toPayPage } from './page.ts'

export function serveHostedPage(app: Express, provider: StripeProvider): void {
  const { store, settings } = provider

  app.use('/c', (_request, response, next) => {
    if (settings.down) return void response.destroy()
    next()
  })
  app.get('/c/style.css', (_request, response) => void response.type('css').send(style))
  app
    .route('/c/pay/:id')
    .get((request, response) => show(response, store.get('session', request.params.id)))
    .post(express.urlencoded({ limit: '10kb' }), (request, response) => {
      const session = store.get('session', request.params.id)
      if (session?.status === 'complete') return response.redirect(303, toShop(session))
      if (session?.status !== 'open') return show(response, session)
      const outcome = outcomeOf(String(request.body?.number ?? ''))
      if (outcome === 'unreadable') return show(response, session, 'Your card number is not valid.')
      if (outcome === 'paid') paySession(provider, session)
      else declineSession(provider, session, outcome)
      if (outcome === 'paid') return response.redirect(303, toShop(session))
      show(response, session, outcome.message)
    })

  function show(response: Response, session: CheckoutSession | undefined, problem = '') {
    response.set({ 'content-security-policy': policyOf(session), 'cache-control': 'no-store' })
    response.status(problem ? 402 : session ? 200 : 404).type('html')
    if (session?.status !== 'open') return void response.send(toClosedPage(session))
    response.send(toPayPage(session, store.get('items', session.id)?.items ?? [], problem))
  }
}

const toShop = ({ id, success_url }: CheckoutSession) => success_url.replaceAll('{CHECKOUT_SESSION_ID}', id)

/** Browsers hold a form's redirect against the policy too: the shop must be in it. */
function policyOf(session: CheckoutSession | undefined): string {
  const shop = session ? ` ${new URL(session.success_url).origin}` : ''
  return `default-src 'none'; style-src 'self'; form-action 'self'${shop}; base-uri 'none'; frame-ancestors 'none'`
}
