import { atOneMoment, type Check, pipeFlows, viewEqualsRebuild, wholeLog } from '@fernweh/kit/server/audit'
import type { Pool } from '@fernweh/kit/server/database'
import { readCatalogEvent } from '../catalog-clerk.ts'

export async function auditCatalog(pool: Pool): Promise<Check[]> {
  const checks = await atOneMoment(pool, async (tx) => {
    const experiences = new Map<string, object>()
    const sessions = new Map<string, object>()
    for await (const envelope of wholeLog(tx)) {
      const { type, data } = readCatalogEvent(envelope)
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
  return [...checks, ...(await pipeFlows(pool))]
}
