import type { Person, Profile } from '@fernweh/contracts/api/accounts'
import type { Pool } from '@fernweh/kit/server/database/database'

export interface People {
  find(accountId: string): Promise<Person | null>
  /** Those of the start screen, in the order they were opened. */
  demo(): Promise<Person[]>
  profile(accountId: string): Promise<{ profile: Profile; mail: string | null; version: number } | null>
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

    async profile(accountId) {
      const { rows } = await pool.query<Profile & { mail: string | null; version: number }>({
        name: 'find-profile',
        text: `select name, home_city as "homeCity", locale, currency, interests, mail, version
          from people join heads on stream = 'profile.' || account_id where account_id = $1`,
        values: [accountId],
      })
      if (!rows[0]) return null
      const { mail, version, ...profile } = rows[0]
      return { profile, mail, version }
    },
  }
}
