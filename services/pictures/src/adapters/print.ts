/** Prints a drawing: rasterises its two plates, lays the grain into the inks, and encodes the sheet. */
import { toPictureHeight } from '@fernweh/contracts/browser/pictures'
import { applyGrain } from '@fernweh/illustrator/canvas/grain'
import { type Layer, toSvg } from '@fernweh/illustrator/canvas/layers'
import { draw } from '@fernweh/illustrator/draw'
import sharp from 'sharp'
import type { Print } from './variants.ts'

// One thread each: several sheets are printed side by side.
sharp.concurrency(1)
sharp.cache(false)

/** Effort for somebody who waits. Wide sheets show each speck smaller, so they may be coarser. */
const settings = {
  avif: (width: number) => ({ quality: width < 768 ? 52 : 44, effort: 2 }),
  webp: (width: number) => ({ quality: width < 768 ? 72 : 60, effort: 2, smartSubsample: true }),
}

export const print: Print = async ({ motif }, { width, format }) => {
  const { colours, grain } = draw(motif)
  const size = { width, height: toPictureHeight(width) }
  const [sheet, texture] = await Promise.all([rasterise(colours, size), rasterise(grain, size)])
  applyGrain(sheet, texture, size)
  const raw = sharp(sheet, { raw: { ...size, channels: 3 } })
  return raw[format](settings[format](width)).toBuffer()
}

const rasterise = (plate: Layer, size: { width: number; height: number }) =>
  sharp(Buffer.from(toSvg(plate, size)))
    .flatten()
    .toColourspace('srgb')
    .raw()
    .toBuffer()
