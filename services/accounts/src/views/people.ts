import type { Person } from '@fernweh/contracts/api/accounts'
import type { Pool } from '@fernweh/kit/server/database'

export interface People {
  find(accountId: string): Promise<Person | null>
  /** Those of the start screen, in the order they were opened. */
  demo(): Promise<Person[]>
}

const PERSON = 'account_id as "accountId", role, name, home_city as "homeCity"'

export function createPeople(pool: Pool): People {
  return {
    async find(accountId) {
      const text = `select ${PERSON} from people where account_id = $1`
      const { rows } = await pool.query<Person>({ name: 'find-person', text, values: [accountId] })
      return rows[0] ?? null
    },
    async demo() {
      const text = `select ${PERSON} from people where demo order by opened_at, account_id`
      const { rows } = await pool.query<Person>({ name: 'demo-people', text, values: [] })
      return rows
    },
  }
}
