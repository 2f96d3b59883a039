import { demoPeople, getHost, me, openAccount, type Person } from '@fernweh/contracts/api/accounts'
import type { Pool } from '@fernweh/kit/server/database/database'
import { route } from '@fernweh/kit/server/http/http'
import { requireIdentity } from '@fernweh/kit/server/http/identity'
import { signInRequired } from '@fernweh/kit/server/http/problem'
import type { IRouter } from 'express'
import type { CommandDeps } from '../commands/command-deps.ts'
import { openAccount as open } from '../commands/open-account.ts'
import { findPerson, listDemoPeople } from '../views/people.ts'
import { toMeta } from './request-context.ts'

export function servePeople(router: IRouter, { pool, commit }: Omit<CommandDeps, 'passwords'>): void {
  route(router, openAccount, async (request) => {
    const { accountId, role, mail, demo, ...profile } = request.body
    await open(commit, { accountId, role, mail, demo, profile }, toMeta(request, accountId))
    return requirePerson(pool, accountId)
  })

  route(router, demoPeople, async () => ({ people: await listDemoPeople(pool) }))

  route(router, me, (request) => requirePerson(pool, requireIdentity(request).sub))

  route(router, getHost, async ({ params }) => {
    const person = await findPerson(pool, params.accountId)
    return person?.role === 'host' ? { name: person.name } : { refused: 'no-such-host' }
  })
}

/** An identity may outlive its person by minutes. */
export async function requirePerson(pool: Pool, accountId: string): Promise<Person> {
  const person = await findPerson(pool, accountId)
  if (!person) throw signInRequired()
  return person
}
