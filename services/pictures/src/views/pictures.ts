/** Where each picture comes from, and which one an experience has now. */
import type { Pool, Transaction } from '@fernweh/kit/server/database'
import { DRAWING } from '../domain/draw.ts'
import type { Source } from '../domain/source.ts'

export interface Shown {
  experienceId: string
  pictureId: string
  source: Source
}

export async function show(tx: Transaction, { experienceId, pictureId, source }: Shown): Promise<void> {
  await tx.query({
    name: 'show-picture',
    text: `with known as (
        insert into pictures (picture_id, experience_id, source) values ($2, $1, $3) on conflict (picture_id) do nothing
      )
      insert into experiences (experience_id, picture_id) values ($1, $2)
      on conflict (experience_id) do update set picture_id = excluded.picture_id
      where experiences.picture_id <> excluded.picture_id`,
    values: [experienceId, pictureId, source],
  })
}

export type FindSource = (pictureId: string) => Promise<Source | null>

export function createFindSource(pool: Pool): FindSource {
  return async (pictureId) => {
    const text = 'select source from pictures where picture_id = $1'
    const { rows } = await pool.query<{ source: Source }>({ name: 'find-source', text, values: [pictureId] })
    return rows[0]?.source ?? null
  }
}

/** Experiences whose picture was drawn by an earlier version of our hand. */
export async function drawnEarlier(tx: Transaction, limit: number): Promise<Shown[]> {
  const { rows } = await tx.query<Shown>(
    `select experience_id as "experienceId", picture_id as "pictureId", source
     from experiences join pictures using (experience_id, picture_id)
     where source->>'kind' = 'drawn' and (source->>'drawing')::int <> $1 limit $2`,
    [DRAWING, limit],
  )
  return rows
}

/** Pictures shown now, of those heard of first; to be printed before anybody asks. */
export async function firstShown(pool: Pool, limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select shown.picture_id as id from (
       select distinct on (stream) stream, position from events order by stream, version
     ) as first join experiences as shown on stream = 'picture.' || experience_id order by position limit $1`,
    [limit],
  )
  return rows.map(({ id }) => id)
}
