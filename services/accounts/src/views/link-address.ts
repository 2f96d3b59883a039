import type { Pool } from '@fernweh/kit/server/database/database'

/** Whom a link was mailed to that is neither used nor out of date. */
export async function findAddressOfLink(pool: Pool, tokenHash: Buffer): Promise<string | undefined> {
  const { rows } = await pool.query<{ mail: string }>({
    name: 'find-address-of-link',
    text: `select mail from sign_ups where token_hash = $1 and expires_at > clock_timestamp()
      union all
      select people.mail from password_resets join people using (account_id)
        where token_hash = $1 and expires_at > clock_timestamp()`,
    values: [tokenHash],
  })
  return rows[0]?.mail
}
