import { type Express, Router } from 'express'
import { serveAccount } from './routes/account.ts'
import type { Asks } from './routes/asks.ts'
import { serveMails } from './routes/mails.ts'
import { serveSignIn } from './routes/sign-in.ts'
import { serveSignOut } from './routes/sign-out.ts'

/** Every command serves native forms and JSON. */
export function serveRoutes(app: Express, asks: Asks): void {
  const api = Router()
  serveSignIn(api, asks)
  serveSignOut(api, asks)
  serveMails(api, asks)
  serveAccount(api, asks)
  app.use('/api', api)
}
