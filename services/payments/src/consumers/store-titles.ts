/** The titles of experiences, shown on the page of the provider. */
import { experiencePublished } from '@fernweh/contracts/events/catalog'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Service } from '@fernweh/kit/server/boot/open-service'
import { upsertTitle } from '../views/holds.ts'

export function storeTitles({ consume }: Pick<Service, 'consume'>) {
  return consume({
    name: 'payments-hear-titles',
    owner: 'catalog',
    noun: 'experience',
    async handle(tx, event) {
      const { experienceId, title } = readEvent([experiencePublished], event).data
      await tx.query(upsertTitle(experienceId, title))
    },
  })
}
