/** What accounts answers, so that tests can bring their own database, passwords and limits. */
import type { IRouter } from 'express'
import { servePasswords } from './api/passwords.ts'
import { servePeople } from './api/people.ts'
import { serveProfiles } from './api/profiles.ts'
import { serveSignIns } from './api/sign-ins.ts'
import { serveSignUps } from './api/sign-ups.ts'
import type { CommandDeps } from './commands/command-deps.ts'
import type { AccountLimits } from './credentials/limits.ts'

interface Deps extends CommandDeps {
  limits: AccountLimits
}

export function serveAccounts(router: IRouter, deps: Deps): void {
  servePeople(router, deps)
  serveSignUps(router, deps)
  serveSignIns(router, deps)
  servePasswords(router, deps)
  serveProfiles(router, deps)
}
