import { catalogEvents } from '@fernweh/contracts/events/catalog'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Pool } from '@fernweh/kit/server/database/database'
import {
  type AuditCheck,
  checkDelivery,
  inSnapshot,
  readWholeLog,
  viewEqualsRebuild,
} from '@fernweh/kit/server/event-log/audit'

export async function auditCatalog(pool: Pool): Promise<AuditCheck[]> {
  const checks = await inSnapshot(pool, async (tx) => {
    const experiences = new Map<string, object>()
    const sessions = new Map<string, object>()
    for await (const envelope of readWholeLog(tx)) {
      const { type, data } = readEvent(catalogEvents, envelope)
      if (type === 'fernweh.catalog.session-scheduled') {
        sessions.set(data.sessionId, { session_id: data.sessionId, experience_id: data.experienceId })
      } else {
        const { experienceId, hostId, zone, durationMinutes } = data
        const row = { experience_id: experienceId, host_id: hostId, zone, duration_minutes: durationMinutes }
        experiences.set(experienceId, row)
      }
    }
    const view = async (text: string) => (await tx.query(text)).rows
    return [
      viewEqualsRebuild(
        'experiences',
        await view('select experience_id, host_id, zone, duration_minutes from experiences'),
        experiences.values(),
      ),
      viewEqualsRebuild('sessions', await view('select session_id, experience_id from sessions'), sessions.values()),
    ]
  })
  return [...checks, ...(await checkDelivery(pool))]
}
