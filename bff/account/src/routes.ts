import { signIn, signOut } from '@fernweh/contracts/api/accounts'
import { isRefused, operation } from '@fernweh/contracts/api/operation'
import { readAsked } from '@fernweh/kit/server/http'
import type { Caller } from '@fernweh/kit/server/identity'
import { call, type Upstream } from '@fernweh/kit/server/upstream'
import { type Express, type Request, type Response, Router, urlencoded } from 'express'
import { z } from 'zod'
import { toNextPath } from './next-path.ts'

/** The gateway makes a cookie of it; empty ends the session. */
const SESSION_HEADER = 'x-fernweh-session'

const next = z
  .string()
  .max(2000)
  .default('/')
  .transform((path, context) => {
    const safe = toNextPath(path)
    if (safe === null) context.addIssue({ code: 'custom', message: 'not a path of this site' })
    return safe ?? z.NEVER
  })
const answer = z.object({ next: z.string() })
const enter = operation({ name: 'POST /sign-in', body: signIn.body.extend({ next }), answer })
const leave = operation({ name: 'POST /sign-out', body: z.object({ next }), answer })

/** Both serve native forms and JSON. */
export function serveRoutes(app: Express, accounts: Upstream): void {
  const api = Router().use(urlencoded({ extended: false, limit: '8kb' }))
  const end = (identity: Caller) => call(accounts, signOut, { params: { signInId: identity.sid }, identity })

  api.post('/sign-in', async (request, response) => {
    const { body, identity } = readAsked(enter, request)
    const signedIn = await call(accounts, signIn, { body: { accountId: body.accountId } })
    if (isRefused(signedIn)) return void response.status(409).json(signedIn)
    // Its cookie is replaced, so nobody could end it later.
    if (identity) await end(identity)
    goOn(request, response.set(SESSION_HEADER, signedIn.token), body.next)
  })

  api.post('/sign-out', async (request, response) => {
    const { body, identity } = readAsked(leave, request)
    if (identity) await end(identity)
    goOn(request, response.set(SESSION_HEADER, ''), body.next)
  })

  app.use('/api', api)
}

/** A form's answer is the next page (303, so that a reload does not send it again); a script is told where that is. */
function goOn(request: Request, response: Response, next: string): void {
  if (request.accepts('html', 'json') === 'json') response.json({ next })
  else response.redirect(303, next)
}
