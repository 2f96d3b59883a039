/** What a picture is made from. Everything after it (id, colours, variants) is the same for every kind of source. */
import { DRAWING } from '@fernweh/illustrator/draw'
import type { Motif } from '@fernweh/illustrator/motif'

/** `drawing` is the version of the illustrator's drawings: a new one gives every drawn picture a new id. */
export interface Drawn {
  kind: 'drawn'
  drawing: number
  motif: Motif
}

/** A host's photo will be `{ kind: 'photo', file }`, with a hash of the upload: see README.md. */
export type Source = Drawn

export const toDrawn = (motif: Motif): Drawn => ({ kind: 'drawn', drawing: DRAWING, motif })
