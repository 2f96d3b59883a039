/** Where the variants of a picture are: a variant never changes, so browsers keep it for good. */

/** CSS pixels wide; all pictures are three wide and two high. */
export const pictureWidths = [320, 480, 640, 960, 1280, 1920] as const
export type PictureWidth = (typeof pictureWidths)[number]

export const pictureFormats = ['avif', 'webp'] as const
export type PictureFormat = (typeof pictureFormats)[number]

export function toPictureUrl(pictureId: string, width: PictureWidth, format: PictureFormat): string {
  return `/pictures/${pictureId}/${width}.${format}`
}
