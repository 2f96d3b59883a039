/** What an experience is called, for the provider's page. */
import { experiencePublished } from '@fernweh/contracts/events/catalog'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Pool } from '@fernweh/kit/server/database/database'
import type { Broker } from '@fernweh/kit/server/delivery/broker'
import { createDurableConsumer, type DurableConsumer } from '@fernweh/kit/server/delivery/durable-consumer'
import type { Logger } from '@fernweh/kit/server/process/logger'
import { callExperience } from '../views/holds.ts'

export function hearTitles(options: { pool: Pool; broker: Broker; log: Logger }): DurableConsumer {
  return createDurableConsumer({
    ...options,
    name: 'payments-hear-titles',
    owner: 'catalog',
    noun: 'experience',
    async handle(tx, event) {
      const { experienceId, title } = readEvent([experiencePublished], event).data
      await tx.query(callExperience(experienceId, title))
    },
  })
}
