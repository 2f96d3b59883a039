/** Gives experiences their pictures: the events, and where the pictures come from, in the transaction of somebody else. */
import { createHash } from 'node:crypto'
import { readEvent } from '@fernweh/contracts/events/define-event'
import { pictureMade, picturesEvents } from '@fernweh/contracts/events/pictures'
import { coloursOf } from '@fernweh/illustrator/draw'
import type { Transaction } from '@fernweh/kit/server/database/database'
import { append, lockHeads, type Meta, type NewEvent, readStreams } from '@fernweh/kit/server/event-log/event-log'
import { choosePicture, evolve, nothing } from '../domain/choose-picture.ts'
import type { Source } from '../domain/source.ts'
import { show } from '../views/pictures.ts'

/** Names the content: the same source has the same id everywhere. */
export function idOf(source: Source): string {
  return createHash('sha256').update(JSON.stringify(source)).digest('base64url').slice(0, 22)
}

export interface Choice {
  experienceId: string
  source: Source
  meta: Meta
}

const streamOf = ({ experienceId }: Choice) => `${pictureMade.noun}.${experienceId}`

/** Throws VersionConflict when another has begun a stream at the same moment: everything is to be done again. */
export async function choose(tx: Transaction, choices: readonly Choice[]): Promise<void> {
  const states = await statesOf(tx, [...new Set(choices.map(streamOf))].sort())
  const events: NewEvent[] = []
  const pictures = choices.map((choice) => {
    const { experienceId, source, meta } = choice
    const stream = streamOf(choice)
    const picture = { pictureId: idOf(source), colours: coloursOf(source.motif) }
    for (const made of choosePicture({ experienceId, picture }, states.get(stream)?.shown ?? nothing)) {
      const version = (states.get(stream)?.version ?? 0) + 1
      states.set(stream, { version, shown: evolve(nothing, made) })
      events.push({ stream, version, ...made, schemaVersion: pictureMade.version, meta })
    }
    return { experienceId, pictureId: picture.pictureId, source }
  })
  await append(tx, events)
  await show(tx, pictures)
}

async function statesOf(tx: Transaction, streams: string[]) {
  const { heads } = await lockHeads(tx, streams)
  const states = new Map<string, { version: number; shown: typeof nothing }>()
  if (heads.size === 0) return states
  for (const envelope of await readStreams(tx, new Map([...heads.keys()].map((stream) => [stream, 0])))) {
    const shown = evolve(nothing, readEvent(picturesEvents, envelope))
    states.set(envelope.subject, { version: envelope.streamversion, shown })
  }
  return states
}
