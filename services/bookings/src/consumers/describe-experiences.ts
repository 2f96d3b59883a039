import { experiencePublished } from '@fernweh/contracts/events/catalog'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Service } from '@fernweh/kit/server/boot/open-service'
import { storeDescriptions } from '../views/experiences.ts'

export function describeExperiences({ consume }: Pick<Service, 'consume'>) {
  return consume({
    // Under this new name it reads all events again: what the former consumer, `bookings-hear-titles`, stored has no places.
    name: 'bookings-describe-experiences',
    owner: 'catalog',
    noun: 'experience',
    handleAll: (tx, events) =>
      storeDescriptions(
        tx,
        events.map((event) => readEvent([experiencePublished], event).data),
      ),
  })
}
