/** What an experience is called, for the provider's page. */
import { experiencePublished } from '@fernweh/contracts/events/catalog'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Broker } from '@fernweh/kit/server/broker'
import { type Consumer, consume } from '@fernweh/kit/server/consume'
import type { Pool } from '@fernweh/kit/server/database'
import type { Logger } from '@fernweh/kit/server/log'
import { callExperience } from '../views/holds.ts'

export function hearTitles(options: { pool: Pool; broker: Broker; log: Logger }): Consumer {
  return consume({
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
