/** After our hand has changed, every drawn picture is made anew, a few at a time; the old ids stay known. */
import { randomUUID } from 'node:crypto'
import { type Pool, transaction } from '@fernweh/kit/server/database/database'
import { toDrawn } from '../domain/source.ts'
import { drawnEarlier } from '../views/pictures.ts'
import { choose } from './choose.ts'

const AT_ONCE = 50

/** Says how many it made. */
export async function redraw(pool: Pool, { signal, afterCommit }: { signal: AbortSignal; afterCommit(): void }) {
  const meta = { correlationId: randomUUID() }
  let made = 0
  while (!signal.aborted) {
    const batch = await transaction(pool, async (tx) => {
      const earlier = await drawnEarlier(tx, AT_ONCE)
      if (earlier.length > 0)
        await choose(
          tx,
          earlier.map(({ experienceId, source }) => ({ experienceId, source: toDrawn(source.motif), meta })),
        )
      return earlier.length
    })
    if (batch === 0) break
    made += batch
    afterCommit()
  }
  return made
}
