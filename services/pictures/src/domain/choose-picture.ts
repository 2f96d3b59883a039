import type { EventOf } from '@fernweh/contracts/events/define-event'
import { pictureMade } from '@fernweh/contracts/events/pictures'
import type { Picture } from '@fernweh/contracts/picture'

export interface ChoosePicture {
  experienceId: string
  picture: Picture
}

export type PictureMade = EventOf<typeof pictureMade>

/** What an experience shows now. */
export interface Shown {
  pictureId: string | null
}
export const nothing: Shown = { pictureId: null }

/** Says nothing when the picture stays the same, whatever else changed. */
export function choosePicture(data: ChoosePicture, { pictureId }: Shown) {
  const events: PictureMade[] = pictureId === data.picture.pictureId ? [] : [{ type: pictureMade.type, data }]
  return { events, answer: {} }
}

export function evolve(_: Shown, { data }: PictureMade): Shown {
  return { pictureId: data.picture.pictureId }
}
