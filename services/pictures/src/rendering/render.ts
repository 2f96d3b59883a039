/** Renders a drawing: rasterises its two layers, applies the grain to the colours, and encodes the result. */
import { preview, toPictureHeight } from '@fernweh/contracts/browser/pictures'
import { applyGrain } from '@fernweh/illustrator/canvas/grain'
import { type Layer, toSvg } from '@fernweh/illustrator/canvas/layers'
import { draw } from '@fernweh/illustrator/draw'
import sharp from 'sharp'
import type { Render } from './variants.ts'

// One thread each: several variants are rendered at the same time.
sharp.concurrency(1)
sharp.cache(false)

/** Low effort, because somebody waits. Wide pictures show each speck smaller, so they may be coarser. */
const settings = {
  avif: (width: number) => ({ quality: width < 768 ? 52 : 44, effort: 2 }),
  webp: (width: number) => ({ quality: width < 768 ? 72 : 60, effort: 2, smartSubsample: true }),
}

export const render: Render = async ({ motif }, { width, format }) => {
  const { colours, grain } = draw(motif)
  const size = { width, height: toPictureHeight(width) }
  const [pixels, texture] = await Promise.all([rasterise(colours, size), rasterise(grain, size)])
  applyGrain(pixels, texture, size)
  const raw = sharp(pixels, { raw: { ...size, channels: 3 } })
  if (format === preview.format) return raw.resize(preview.width, preview.height).png().toBuffer()
  return raw[format](settings[format](width)).toBuffer()
}

const rasterise = (layer: Layer, size: { width: number; height: number }) =>
  sharp(Buffer.from(toSvg(layer, size)))
    .flatten()
    .toColourspace('srgb')
    .raw()
    .toBuffer()
