/** Where a picture comes from. Everything behind it (id, colours, variants) is the same for every kind. */
import { DRAWING } from '@fernweh/illustrator/draw'
import type { Motif } from '@fernweh/illustrator/motif'

/** `drawing` is the version of our hand: a new one gives every drawn picture a new id. */
export interface Drawn {
  kind: 'drawn'
  drawing: number
  motif: Motif
}

/** A host's photo will be `{ kind: 'photo', file }`, a hash of the upload: see README.md. */
export type Source = Drawn

export const toDrawn = (motif: Motif): Drawn => ({ kind: 'drawn', drawing: DRAWING, motif })
