/** Compares people and sign-ins with what the log says of them. Tokens, expiry and `demo` are not in the log. */

import type { Envelope } from '@fernweh/contracts/envelope'
import { accountsEvents } from '@fernweh/contracts/events/accounts'
import { readEvent } from '@fernweh/contracts/events/define-event'
import { atOneMoment, type Check, pipeFlows, viewEqualsRebuild, wholeLog } from '@fernweh/kit/server/audit'
import type { Pool, Transaction } from '@fernweh/kit/server/database'
import { unseal } from '@fernweh/kit/server/sealing'

export async function auditAccounts(pool: Pool): Promise<Check[]> {
  const { view, rebuilt } = await atOneMoment(pool, async (tx) => ({
    view: await readView(tx),
    rebuilt: await rebuild(tx),
  }))
  return [viewEqualsRebuild('people and sign-ins', view, rebuilt), ...(await pipeFlows(pool))]
}

async function readView(tx: Transaction): Promise<unknown[]> {
  const people = await tx.query(
    'select account_id as person, role, name, home_city as "homeCity", locale, currency, interests from people',
  )
  const signIns = await tx.query('select sign_in_id as "signIn", account_id as person, ended from sign_ins')
  return [...people.rows, ...signIns.rows]
}

async function rebuild(tx: Transaction): Promise<Iterable<unknown>> {
  const keys = new Map(
    (await tx.query<{ account_id: string; key: Buffer }>('select * from keys')).rows.map((row) => [
      row.account_id,
      row.key,
    ]),
  )
  const rows = new Map<string, object>()
  for await (const event of wholeLog(tx)) fold(rows, event, keys)
  return rows.values()
}

function fold(rows: Map<string, object>, envelope: Envelope, keys: Map<string, Buffer>): void {
  const event = readEvent(accountsEvents, envelope)
  switch (event.type) {
    case 'fernweh.accounts.account-opened':
      return void rows.set(event.data.accountId, { person: event.data.accountId, role: event.data.role })
    case 'fernweh.accounts.profile-changed': {
      const { accountId, name, homeCity, locale, currency, interests } = event.data
      const key = keys.get(accountId)
      return void rows.set(accountId, {
        ...rows.get(accountId),
        name: key && unseal(name, key),
        homeCity,
        locale,
        currency,
        interests,
      })
    }
    case 'fernweh.accounts.signed-in':
    case 'fernweh.accounts.signed-out': {
      const { signInId, accountId } = event.data
      const ended = event.type === 'fernweh.accounts.signed-out'
      return void rows.set(`sign-in ${signInId}`, { signIn: signInId, person: accountId, ended })
    }
  }
}
