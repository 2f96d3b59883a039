/** Where the variants of a picture are: a variant never changes, so browsers keep it for good. */

/** CSS pixels wide; all pictures are three wide and two high. */
export const pictureWidths = [320, 480, 768, 1152, 1920] as const
export type PictureWidth = (typeof pictureWidths)[number]

export const pictureFormats = ['avif', 'webp'] as const
export type PictureFormat = (typeof pictureFormats)[number]

export function toPictureUrl(pictureId: string, width: PictureWidth, format: PictureFormat): string {
  return `/pictures/${pictureId}/${width}.${format}`
}

export const toPictureHeight = (width: number) => Math.round((width * 2) / 3)

/** Reads what `toPictureUrl` wrote; null for any other path. */
export function readPictureUrl(url: string): { pictureId: string; width: PictureWidth; format: PictureFormat } | null {
  const [, pictureId, wide, kind] = /^\/pictures\/([A-Za-z0-9_-]{8,64})\/(\d{1,4})\.([a-z]{4})$/.exec(url) ?? []
  const width = pictureWidths.find((one) => String(one) === wide)
  const format = pictureFormats.find((one) => one === kind)
  return pictureId && width && format ? { pictureId, width, format } : null
}
