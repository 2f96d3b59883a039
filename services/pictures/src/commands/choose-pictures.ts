import { coloursOf } from '@fernweh/illustrator/draw'
import type { Transaction } from '@fernweh/kit/server/database/database'
import { decideAll } from '@fernweh/kit/server/event-log/decide-all'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { pictureDecider } from '../domain/decider.ts'
import type { Source } from '../domain/source.ts'
import { pictureIdOf, storePictures } from '../views/pictures.ts'

export interface Choice {
  experienceId: string
  source: Source
  meta: Meta
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
