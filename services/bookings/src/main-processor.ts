import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { serveImports } from './api/imports.ts'
import { auditBookings } from './audit.ts'
import { openBookings } from './compose.ts'
import { confirmPaidBookings } from './consumers/confirm-paid-bookings.ts'
import { describeExperiences } from './consumers/describe-experiences.ts'
import { openSessions } from './consumers/open-sessions.ts'
import { storePictures } from './consumers/store-pictures.ts'
import { fireTimers } from './timers/fire-timers.ts'
import { newReference } from './views/references.ts'

await runProcess('bookings-processor', async (context) => {
  const { service, decider, batcher } = await openBookings(context)
  openSessions(service, decider)
  describeExperiences(service)
  storePictures(service)
  confirmPaidBookings(service, { batcher, newReference })
  service.running('timers', fireTimers(service, batcher))
  serveImports(service.app, batcher, newReference)
  await service.serve(() => auditBookings(service.pool))
})
