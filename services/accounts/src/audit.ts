/** Compares people and sign-ins with their log. Tokens, passwords, expiry and `demo` are not in the log. */
import type { Envelope } from '@fernweh/contracts/envelope'
import { accountsEvents } from '@fernweh/contracts/events/accounts'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'
import {
  type AuditCheck,
  checkDelivery,
  inSnapshot,
  readWholeLog,
  viewEqualsRebuild,
} from '@fernweh/kit/server/event-log/audit'
import { type SealedText, unseal } from '@fernweh/kit/server/personal-data/sealing'

/** How long after its end a link may still be stored. */
const MAX_DELAY_SECONDS = 60

export async function auditAccounts(pool: Pool): Promise<AuditCheck[]> {
  const { view, rebuilt } = await inSnapshot(pool, async (tx) => ({
    view: await readView(tx),
    rebuilt: await rebuild(tx),
  }))
  const checks = [viewEqualsRebuild('people and sign-ins', view, rebuilt), await checkLinks(pool)]
  return [...checks, ...(await checkDelivery(pool))]
}

async function readView(tx: Transaction): Promise<unknown[]> {
  const people = await tx.query(
    'select account_id as person, role, mail, name, home_city as "homeCity", locale, currency, interests from people',
  )
  const signIns = await tx.query('select sign_in_id as "signIn", account_id as person, ended from sign_ins')
  return [...people.rows, ...signIns.rows]
}

async function rebuild(tx: Transaction): Promise<Iterable<unknown>> {
  const { rows: known } = await tx.query<{ account_id: string; key: Buffer }>('select * from keys')
  const keys = new Map(known.map(({ account_id, key }) => [account_id, key]))
  const open = (sealed: SealedText) => {
    const key = keys.get(sealed.person)
    return key && unseal(sealed, key)
  }
  const rows = new Map<string, object>()
  for await (const event of readWholeLog(tx)) {
    const [row, fields] = toRow(event, open) ?? []
    if (row) rows.set(row, { ...rows.get(row), ...fields })
  }
  return rows.values()
}

/** The row that the event changes, and its new fields; null for an event that changes no row. */
function toRow(envelope: Envelope, open: (sealed: SealedText) => string | undefined): [string, object] | null {
  const event = readEvent(accountsEvents, envelope)
  switch (event.type) {
    case 'fernweh.accounts.account-opened':
      return [event.data.accountId, { person: event.data.accountId, role: event.data.role, mail: null }]
    case 'fernweh.accounts.mail-confirmed':
      return [event.data.accountId, { mail: open(event.data.mail) }]
    case 'fernweh.accounts.profile-changed': {
      const { accountId, name, homeCity, locale, currency, interests } = event.data
      return [accountId, { name: open(name), homeCity, locale, currency, interests }]
    }
    case 'fernweh.accounts.signed-in':
    case 'fernweh.accounts.signed-out': {
      const { signInId, accountId } = event.data
      const ended = event.type === 'fernweh.accounts.signed-out'
      return [`sign-in ${signInId}`, { signIn: signInId, person: accountId, ended }]
    }
    default:
      return null
  }
}

/** What somebody typed who never confirmed must not be kept. */
async function checkLinks(pool: Pool): Promise<AuditCheck> {
  const { rows } = await pool.query<{ left: number }>(
    `select (select count(*) from sign_ups where expires_at < clock_timestamp() - make_interval(secs => $1))
      + (select count(*) from password_resets where expires_at < clock_timestamp() - make_interval(secs => $1)) as left`,
    [MAX_DELAY_SECONDS],
  )
  const left = rows[0]?.left ?? 0
  return { name: 'no link outlives its time', ok: left === 0, detail: `${left} left` }
}
