/** Makes every drawn picture anew after the drawings have changed, a few at a time; old ids stay known. */
import { randomUUID } from 'node:crypto'
import { type Pool, transaction } from '@fernweh/kit/server/database/database'
import { choosePictures } from '../commands/choose-pictures.ts'
import { toDrawn } from '../domain/source.ts'
import { findOutdatedPictures } from '../views/pictures.ts'

const BATCH_SIZE = 50

/** Resolves with the number of pictures it made. */
export async function redrawPictures(
  pool: Pool,
  { signal, afterCommit }: { signal: AbortSignal; afterCommit(): void },
) {
  const meta = { correlationId: randomUUID() }
  let redrawn = 0
  while (!signal.aborted) {
    const count = await transaction(pool, async (tx) => {
      const outdated = await findOutdatedPictures(tx, BATCH_SIZE)
      const choices = outdated.map(({ experienceId, source }) => ({
        experienceId,
        source: toDrawn(source.motif),
        meta,
      }))
      if (choices.length > 0) await choosePictures(tx, choices)
      return choices.length
    })
    if (count === 0) break
    redrawn += count
    afterCommit()
  }
  return redrawn
}
