import type { Pool } from '@fernweh/kit/server/database/database'
import type { Passwords } from '../credentials/passwords.ts'
import type { Commit } from './commit.ts'

/** What commands need that compare or set passwords. */
export interface CommandDeps {
  pool: Pool
  commit: Commit
  passwords: Passwords
}
