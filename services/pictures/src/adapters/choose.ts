/** Gives an experience its picture: the event, and where the picture comes from, in the transaction of somebody else. */
import { createHash } from 'node:crypto'
import { readEvent } from '@fernweh/contracts/events/define-event'
import { pictureMade, picturesEvents } from '@fernweh/contracts/events/pictures'
import type { Rules } from '@fernweh/kit/server/clerk'
import type { Transaction } from '@fernweh/kit/server/database'
import { decideIn } from '@fernweh/kit/server/decide-in'
import type { Meta } from '@fernweh/kit/server/event-log'
import {
  type ChoosePicture,
  choosePicture,
  evolve,
  nothing,
  type PictureMade,
  type Shown,
} from '../domain/choose-picture.ts'
import { coloursOf } from '../domain/draw.ts'
import type { Source } from '../domain/source.ts'
import { show } from '../views/pictures.ts'

const rules: Rules<ChoosePicture, Shown, PictureMade, Record<never, never>> = {
  streamOf: ({ experienceId }) => `${pictureMade.noun}.${experienceId}`,
  initial: nothing,
  evolve,
  decide: choosePicture,
  read: (event) => readEvent(picturesEvents, event),
  schemaVersionOf: () => pictureMade.version,
  project: () => [],
}

/** Names the content: the same source has the same id everywhere. */
export function idOf(source: Source): string {
  return createHash('sha256').update(JSON.stringify(source)).digest('base64url').slice(0, 22)
}

export async function choose(tx: Transaction, experienceId: string, source: Source, meta: Meta): Promise<void> {
  const picture = { pictureId: idOf(source), colours: coloursOf(source.motif) }
  await decideIn(tx, rules, { experienceId, picture }, meta)
  await show(tx, { experienceId, pictureId: picture.pictureId, source })
}
