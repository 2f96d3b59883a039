import { demoPeople, openAccount, type Person } from '@fernweh/contracts/api/accounts'
import { serveAudit, serveRelaySwitch } from '@fernweh/kit/server/boot/operators'
import type { OutboxRelay } from '@fernweh/kit/server/delivery/outbox-relay'
import type { AuditCheck } from '@fernweh/kit/server/event-log/audit'
import { route } from '@fernweh/kit/server/http/http'
import { signInRequired } from '@fernweh/kit/server/http/problem'
import type { Express } from 'express'
import type { AccountStore } from './adapters/account-store.ts'
import type { Limit } from './adapters/limits.ts'
import type { PasswordStore } from './adapters/password-store.ts'
import type { Passwords } from './adapters/passwords.ts'
import type { ProfileStore } from './adapters/profile-store.ts'
import type { ResetStore } from './adapters/reset-store.ts'
import type { SignInStore } from './adapters/sign-in-store.ts'
import type { SignUpStore } from './adapters/sign-up-store.ts'
import { toMeta } from './routes/asked.ts'
import { servePasswords } from './routes/passwords.ts'
import { serveProfiles } from './routes/profiles.ts'
import { serveSignIns } from './routes/sign-ins.ts'
import { serveSignUps } from './routes/sign-ups.ts'
import type { People } from './views/people.ts'

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
