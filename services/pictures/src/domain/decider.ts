import { pictureMade, picturesEvents } from '@fernweh/contracts/events/pictures'
import { type ChosenPicture, choosePicture, type PictureMade } from './choose-picture.ts'

/** One stream per experience. */
export const pictureDecider = {
  events: picturesEvents,
  streamOf: ({ experienceId }: PictureMade['data']) => `${pictureMade.noun}.${experienceId}`,
  initial: { pictureId: null } as ChosenPicture,
  evolve: (_: ChosenPicture, { data }: PictureMade): ChosenPicture => ({ pictureId: data.picture.pictureId }),
  decide: choosePicture,
}
