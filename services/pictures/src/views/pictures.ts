/** The source of each picture, and which picture an experience has now. */

import { createHash } from 'node:crypto'
import { DRAWING } from '@fernweh/illustrator/draw'
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'
import type { Source } from '../domain/source.ts'

/** Names the content: the same source has the same id everywhere. */
export function pictureIdOf(source: Source): string {
  return createHash('sha256').update(JSON.stringify(source)).digest('base64url').slice(0, 22)
}

export interface ShownPicture {
  experienceId: string
  pictureId: string
  source: Source
}

/** Of several pictures of one experience, the last is the one it has now. */
export async function storePictures(tx: Transaction, pictures: readonly ShownPicture[]): Promise<void> {
  const now = new Map(pictures.map(({ experienceId, pictureId }) => [experienceId, pictureId]))
  await tx.query({
    name: 'show-pictures',
    text: `with known as (
        insert into pictures (picture_id, experience_id, source)
        select id, experience, source::json from unnest($1::text[], $2::text[], $3::text[]) as new (id, experience, source)
        on conflict (picture_id) do nothing
      )
      insert into experiences (experience_id, picture_id) select * from unnest($4::text[], $5::text[])
      on conflict (experience_id) do update set picture_id = excluded.picture_id
      where experiences.picture_id <> excluded.picture_id`,
    values: [
      pictures.map(({ pictureId }) => pictureId),
      pictures.map(({ experienceId }) => experienceId),
      pictures.map(({ source }) => JSON.stringify(source)),
      [...now.keys()],
      [...now.values()],
    ],
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

/** Experiences whose picture was drawn by an earlier version of the drawings. */
export async function findOutdatedPictures(tx: Transaction, limit: number): Promise<ShownPicture[]> {
  const { rows } = await tx.query<ShownPicture>(
    `select experience_id as "experienceId", picture_id as "pictureId", source
     from experiences join pictures using (experience_id, picture_id)
     where source->>'kind' = 'drawn' and (source->>'drawing')::int <> $1 limit $2`,
    [DRAWING, limit],
  )
  return rows
}

/** Pictures of the experiences that were published first. */
export async function findFirstPictures(pool: Pool, limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ picture_id: string }>(
    'select picture_id from experiences order by place limit $1',
    [limit],
  )
  return rows.map(({ picture_id }) => picture_id)
}
