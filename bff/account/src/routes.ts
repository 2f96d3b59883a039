import type { Router } from 'express'
import type { AccountDeps } from './deps.ts'
import { serveMailForms } from './routes/mail-forms.ts'
import { serveProfile } from './routes/profile.ts'
import { serveSignIn } from './routes/sign-in.ts'
import { serveSignOut } from './routes/sign-out.ts'

/** Every command is served as a native form and as JSON. */
export function serveRoutes(api: Router, deps: AccountDeps): void {
  serveSignIn(api, deps)
  serveSignOut(api, deps)
  serveMailForms(api, deps)
  serveProfile(api, deps)
}
