/** Events of pictures: an experience has a picture, drawn or (later) its host's own. */
import { z } from 'zod'
import { id } from '../envelope.ts'
import { picture } from '../picture.ts'
import { defineEvent } from './define-event.ts'

export const pictureMade = defineEvent({
  type: 'fernweh.pictures.picture-made',
  noun: 'picture',
  data: z.object({ experienceId: id, picture }),
})

export const picturesEvents = [pictureMade] as const
