import { readEvent } from '@fernweh/contracts/events/define-event'
import { pictureMade } from '@fernweh/contracts/events/pictures'
import type { Service } from '@fernweh/kit/server/boot/open-service'
import { storePictures as store } from '../views/experiences.ts'

export function storePictures({ consume }: Pick<Service, 'consume'>) {
  return consume({
    name: 'bookings-hear-pictures',
    owner: 'pictures',
    noun: 'picture',
    handleAll: (tx, events) =>
      store(
        tx,
        events.map((event) => readEvent([pictureMade], event).data),
      ),
  })
}
