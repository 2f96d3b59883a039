import { experiencePublished } from '@fernweh/contracts/events/catalog'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Service } from '@fernweh/kit/server/boot/open-service'
import { upsertTitles } from '../views/titles.ts'

export function storeTitles({ consume }: Pick<Service, 'consume'>) {
  return consume({
    name: 'reviews-know-titles',
    owner: 'catalog',
    noun: 'experience',
    async handleAll(tx, envelopes) {
      await tx.query(upsertTitles(envelopes.map((envelope) => readEvent([experiencePublished], envelope).data)))
    },
  })
}
