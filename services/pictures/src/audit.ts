/** Compares the view with a fold of the log, and every id with the source it names. */
import { readEvent } from '@fernweh/contracts/events/define-event'
import { picturesEvents } from '@fernweh/contracts/events/pictures'
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'
import {
  type AuditCheck,
  checkDelivery,
  inSnapshot,
  readWholeLog,
  viewEqualsRebuild,
} from '@fernweh/kit/server/event-log/audit'
import type { Source } from './domain/source.ts'
import { pictureIdOf } from './views/pictures.ts'

export async function auditPictures(pool: Pool): Promise<AuditCheck[]> {
  const checks = await inSnapshot(pool, async (tx) => {
    const wrong = await wrongIds(tx)
    return [
      viewEqualsRebuild('pictures', await shownPictures(tx), await loggedPictures(tx)),
      { name: 'every picture is named by its source', ok: wrong.length === 0, detail: wrong.slice(0, 5).join(', ') },
    ]
  })
  return [...checks, ...(await checkDelivery(pool))]
}

async function loggedPictures(tx: Transaction) {
  const last = new Map<string, string>()
  for await (const envelope of readWholeLog(tx)) {
    const { data } = readEvent(picturesEvents, envelope)
    last.set(data.experienceId, data.picture.pictureId)
  }
  return Array.from(last, ([experienceId, pictureId]) => ({ experienceId, pictureId }))
}

async function shownPictures(tx: Transaction) {
  return (await tx.query('select experience_id as "experienceId", picture_id as "pictureId" from experiences')).rows
}

async function wrongIds(tx: Transaction): Promise<string[]> {
  const { rows } = await tx.query<{ id: string; source: Source }>('select picture_id as id, source from pictures')
  return rows.flatMap(({ id, source }) => (pictureIdOf(source) === id ? [] : [id]))
}
