import { demoPeople, openAccount, type Person } from '@fernweh/contracts/api/accounts'
import { serveAudit, serveRelaySwitch } from '@fernweh/kit/server/boot/operators'
import type { OutboxRelay } from '@fernweh/kit/server/delivery/outbox-relay'
import type { AuditCheck } from '@fernweh/kit/server/event-log/audit'
import { route } from '@fernweh/kit/server/http/http'
import { signInRequired } from '@fernweh/kit/server/http/problem'
import type { Express } from 'express'
import { servePasswords } from './api/passwords.ts'
import { serveProfiles } from './api/profiles.ts'
import { toMeta } from './api/request-context.ts'
import { serveSignIns } from './api/sign-ins.ts'
import { serveSignUps } from './api/sign-ups.ts'
import type { ProfileStore } from './commands/change-profile.ts'
import type { AccountStore } from './commands/open-account.ts'
import type { Limit } from './credentials/limits.ts'
import type { Passwords } from './credentials/passwords.ts'
import type { ResetStore } from './views/password-resets.ts'
import type { People } from './views/people.ts'
import type { SignInStore } from './views/sign-ins.ts'
import type { SignUpStore } from './views/sign-ups.ts'
import type { PasswordStore } from './views/stored-passwords.ts'

export interface Stores {
  accounts: AccountStore
  signUps: SignUpStore
  signIns: SignInStore
  stored: PasswordStore
  resets: ResetStore
  profiles: ProfileStore
}

export interface AccountLimits {
  signIns: Limit
  changes: Limit
  mails: Limit
  links: Limit
}

export interface Accounts {
  stores: Stores
  people: People
  passwords: Passwords
  limits: AccountLimits
  relay: Pick<OutboxRelay, 'pause' | 'resume'>
  audit(): Promise<AuditCheck[]>
}

export function serveAccounts(app: Express, accounts: Accounts): void {
  const { stores, people, passwords, limits } = accounts

  async function personOf(accountId: string): Promise<Person> {
    const person = await people.find(accountId)
    if (!person) throw signInRequired()
    return person
  }

  route(app, openAccount, async (asked) => {
    const { accountId, role, mail, demo, ...profile } = asked.body
    await stores.accounts.open({ accountId, role, mail, demo, profile }, toMeta(asked, accountId))
    return personOf(accountId)
  })
  route(app, demoPeople, async () => ({ people: await people.demo() }))

  const parts = { ...stores, ...limits, people, passwords, personOf }
  serveSignUps(app, parts)
  serveSignIns(app, { ...parts, signIns: stores.signIns, limit: limits.signIns })
  servePasswords(app, parts)
  serveProfiles(app, parts)
  serveRelaySwitch(app, accounts.relay)
  serveAudit(app, accounts.audit)
}
