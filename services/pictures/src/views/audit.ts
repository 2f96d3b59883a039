/** Compares what is shown with a fold of the log, and every id with the source it names. */
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
import type { Source } from '../domain/source.ts'

export async function auditPictures(pool: Pool, idOf: (source: Source) => string): Promise<AuditCheck[]> {
  const checks = await inSnapshot(pool, async (tx) => {
    const wrong = await wrongIds(tx, idOf)
    return [
      viewEqualsRebuild('pictures', await shown(tx), await said(tx)),
      { name: 'every picture is named by its source', ok: wrong.length === 0, detail: wrong.slice(0, 5).join(', ') },
    ]
  })
  return [...checks, ...(await checkDelivery(pool))]
}

async function said(tx: Transaction) {
  const last = new Map<string, string>()
  for await (const envelope of readWholeLog(tx)) {
    const { data } = readEvent(picturesEvents, envelope)
    last.set(data.experienceId, data.picture.pictureId)
  }
  return Array.from(last, ([experienceId, pictureId]) => ({ experienceId, pictureId }))
}

async function shown(tx: Transaction) {
  return (await tx.query('select experience_id as "experienceId", picture_id as "pictureId" from experiences')).rows
}

async function wrongIds(tx: Transaction, idOf: (source: Source) => string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string; source: Source }>('select picture_id as id, source from pictures')
  return rows.flatMap(({ id, source }) => (idOf(source) === id ? [] : [id]))
}
