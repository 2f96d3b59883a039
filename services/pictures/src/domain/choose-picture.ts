import type { EventOf } from '@fernweh/contracts/events/define-event'
import { pictureMade } from '@fernweh/contracts/events/pictures'

export type PictureMade = EventOf<typeof pictureMade>

/** What an experience shows now. */
export interface Shown {
  pictureId: string | null
}
export const nothing: Shown = { pictureId: null }

/** Says nothing when the picture stays the same, whatever else changed. */
export function choosePicture(chosen: PictureMade['data'], { pictureId }: Shown): PictureMade[] {
  return pictureId === chosen.picture.pictureId ? [] : [{ type: pictureMade.type, data: chosen }]
}

export function evolve(_: Shown, { data }: PictureMade): Shown {
  return { pictureId: data.picture.pictureId }
}
