import type { EventOf } from '@fernweh/contracts/events/define-event'
import { pictureMade } from '@fernweh/contracts/events/pictures'

export type PictureMade = EventOf<typeof pictureMade>

/** The picture an experience has now. */
export interface ChosenPicture {
  pictureId: string | null
}

/** Decides nothing when the picture stays the same, whatever else of the experience changed. */
export function choosePicture(command: PictureMade['data'], { pictureId }: ChosenPicture) {
  const isSame = pictureId === command.picture.pictureId
  return { events: isSame ? [] : [{ type: pictureMade.type, data: command }], answer: {} }
}
