import { z } from 'zod'

const colour = z.string().regex(/^#[0-9a-f]{6}$/)

/** A picture, available in the widths and formats of `browser/pictures.ts`. */
export const picture = z.object({
  /** Identifies the content: another picture has another id. */
  pictureId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  /** Top, middle, bottom: the placeholder until it is loaded. */
  colours: z.tuple([colour, colour, colour]),
})
export type Picture = z.infer<typeof picture>
