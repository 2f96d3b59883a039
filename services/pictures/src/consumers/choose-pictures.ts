import type { Envelope } from '@fernweh/contracts/envelope'
import { catalogEvents, experiencePublished } from '@fernweh/contracts/events/catalog'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Service } from '@fernweh/kit/server/boot/open-service'
import { causedBy } from '@fernweh/kit/server/event-log/event-log'
import { type Choice, choosePictures } from '../commands/choose-pictures.ts'
import { toDrawn } from '../domain/source.ts'
import { toMotif } from '../domain/to-motif.ts'

/** Gives a picture to every experience that is published. */
export function consumePublishedExperiences({ consume }: Pick<Service, 'consume'>, afterCommit: () => void) {
  return consume({
    name: 'pictures-choose-pictures',
    owner: 'catalog',
    noun: 'experience',
    handleAll: (tx, envelopes) => choosePictures(tx, envelopes.map(toChoice)),
    afterCommit,
  })
}

function toChoice(envelope: Envelope): Choice {
  const { data } = readPublished(envelope)
  const meta = { ...causedBy(envelope), actor: envelope.actor }
  return { experienceId: data.experienceId, source: toDrawn(toMotif(data)), meta }
}

function readPublished(envelope: Envelope) {
  const event = readEvent(catalogEvents, envelope)
  if (event.type !== experiencePublished.type) throw new Error(`${event.type} is no event of an experience`)
  return event
}
