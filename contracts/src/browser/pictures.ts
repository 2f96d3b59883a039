/** URLs of a picture's variants. A variant never changes, so browsers may cache it forever. */

/** Widths in CSS pixels; all pictures have an aspect ratio of 3:2. */
export const pictureWidths = [320, 480, 768, 1152, 1920] as const
export type PictureWidth = (typeof pictureWidths)[number]

export const pictureFormats = ['avif', 'webp'] as const
export type PictureFormat = (typeof pictureFormats)[number]

export function toPictureUrl(pictureId: string, width: PictureWidth, format: PictureFormat): string {
  return `/pictures/${pictureId}/${width}.${format}`
}

/** Shown beside a link that somebody shares, cut from the middle: a PNG, as not every site reads newer formats. */
export const preview = { width: 1200, height: 630, format: 'png' } as const

export const toPreviewUrl = (pictureId: string) => `/pictures/${pictureId}/${preview.width}.${preview.format}`

export type PictureVariant = { pictureId: string } & (
  | { width: PictureWidth; format: PictureFormat }
  | { width: typeof preview.width; format: typeof preview.format }
)

export const toPictureHeight = (width: number) => Math.round((width * 2) / 3)

/** Parses a URL of `toPictureUrl` or `toPreviewUrl`; null for any other path. */
export function readPictureUrl(url: string): PictureVariant | null {
  const [, pictureId, widthText, formatText] =
    /^\/pictures\/([A-Za-z0-9_-]{8,64})\/(\d{1,4})\.([a-z]{3,4})$/.exec(url) ?? []
  if (pictureId && url === toPreviewUrl(pictureId)) return { pictureId, width: preview.width, format: preview.format }
  const width = pictureWidths.find((width) => String(width) === widthText)
  const format = pictureFormats.find((format) => format === formatText)
  return pictureId && width && format ? { pictureId, width, format } : null
}
