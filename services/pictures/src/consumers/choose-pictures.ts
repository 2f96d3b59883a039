import type { Envelope } from '@fernweh/contracts/envelope'
import { catalogEvents, experiencePublished } from '@fernweh/contracts/events/catalog'
import { readEvent } from '@fernweh/contracts/events/define-event'
import { coloursOf } from '@fernweh/illustrator/draw'
import type { Transaction } from '@fernweh/kit/server/database/database'
import { decideAll } from '@fernweh/kit/server/event-log/decide-all'
import { causedBy, type Meta } from '@fernweh/kit/server/event-log/event-log'
import type { Service } from '@fernweh/kit/server/boot/open-service'
import { pictureDecider } from '../domain/decider.ts'
import { type Source, toDrawn } from '../domain/source.ts'
import { toMotif } from '../domain/to-motif.ts'
import { pictureIdOf, storePictures } from '../views/pictures.ts'

export interface Choice {
  experienceId: string
  source: Source
  meta: Meta
}

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

/** Throws VersionConflict when another writer began one of the streams at the same moment. */
export async function choosePictures(tx: Transaction, choices: readonly Choice[]): Promise<void> {
  const pictures = choices.map((choice) => ({ ...choice, pictureId: pictureIdOf(choice.source) }))
  const requests = pictures.map(({ experienceId, pictureId, source, meta }) => {
    const picture = { pictureId, colours: coloursOf(source.motif) }
    return { command: { experienceId, picture }, meta }
  })
  await decideAll(tx, pictureDecider, requests)
  // Also without a new event: a view that was emptied is filled again.
  await storePictures(tx, pictures)
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
