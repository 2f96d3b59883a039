/** The folder of variants and the queue of renderings, with a renderer that the test can hold. */
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { PictureVariant, PictureWidth } from '@fernweh/contracts/browser/pictures'
import { LimitExceeded } from '@fernweh/kit/server/process/limiter'
import { until } from '@fernweh/kit/testing/until'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toDrawn } from '../src/domain/source.ts'
import { toMotif } from '../src/domain/to-motif.ts'
import { createPrewarmer } from '../src/rendering/prewarm.ts'
import { createVariants } from '../src/rendering/variants.ts'
import { tiles } from './world.ts'

const source = toDrawn(toMotif(tiles))
const avif = (pictureId: string, width: PictureWidth = 480): PictureVariant => ({ pictureId, width, format: 'avif' })

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fernweh-variants-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A renderer that finishes when it is told to. */
function createRenderer({ concurrent = 2, maxQueued = 2, held = true } = {}) {
  const started: string[] = []
  const finishers: (() => void)[] = []
  let highest = 0
  let now = 0
  const variants = createVariants({
    folder,
    concurrent,
    maxQueued,
    findSource: async (pictureId) => (pictureId === 'unknown' ? null : source),
    async render(_, { pictureId, width }) {
      started.push(`${pictureId} ${width}`)
      now += 1
      highest = Math.max(highest, now)
      if (held) await new Promise<void>((resolve) => finishers.push(resolve))
      now -= 1
      if (pictureId === 'breaks-the-renderer') throw new Error('no memory left')
      return Buffer.from(`${pictureId} in ${width}`)
    },
  })
  return {
    variants,
    started,
    highest: () => highest,
    rendering: (count: number) =>
      until(
        async () => started.length,
        (so) => so === count,
      ),
    /** Finishes what is held until so many have started, and those too. */
    async finish(count = started.length) {
      do {
        for (const finish of finishers.splice(0)) finish()
        await new Promise((resolve) => setImmediate(resolve))
      } while (started.length < count || finishers.length > 0)
    },
  }
}

const files = async () => (await readdir(folder, { recursive: true })).filter((file) => file.includes('.')).sort()

describe('a variant', () => {
  it('is rendered once for all concurrent requests', async () => {
    const renderer = createRenderer()
    const requests = Array.from({ length: 40 }, () => renderer.variants.get(avif('tiles-of-lisbon')))
    await renderer.rendering(1)
    await renderer.finish()
    const [first, ...others] = await Promise.all(requests)
    expect(first?.bytes.toString()).toBe('tiles-of-lisbon in 480')
    for (const other of others) expect(other).toEqual(first)
    expect(renderer.started).toEqual(['tiles-of-lisbon 480'])
  })

  it('is stored as one whole file, and read from there afterwards', async () => {
    const renderer = createRenderer({ held: false })
    const rendered = await renderer.variants.get(avif('tiles-of-lisbon'))
    expect(await files()).toEqual([path.join('ti', 'tiles-of-lisbon-480.avif')])
    expect(await createRenderer().variants.get(avif('tiles-of-lisbon'))).toEqual(rendered)
    expect(renderer.started).toHaveLength(1)
  })

  it('that a crash left empty is rendered again', async () => {
    const renderer = createRenderer({ held: false })
    await renderer.variants.get(avif('tiles-of-lisbon'))
    const [file = ''] = await files()
    await truncate(path.join(folder, file), 0)
    expect((await renderer.variants.get(avif('tiles-of-lisbon')))?.bytes.toString()).toBe('tiles-of-lisbon in 480')
    expect(await readFile(path.join(folder, file), 'utf8')).toBe('tiles-of-lisbon in 480')
  })

  it('is answered also when the folder cannot be written', async () => {
    await writeFile(path.join(folder, 'ti'), 'in the way')
    const { variants } = createRenderer({ held: false })
    expect((await variants.get(avif('tiles-of-lisbon')))?.bytes.toString()).toBe('tiles-of-lisbon in 480')
  })

  it('of an unknown picture is missing, and takes no place in the queue', async () => {
    const renderer = createRenderer({ concurrent: 1, maxQueued: 0 })
    const held = renderer.variants.get(avif('tiles-of-lisbon'))
    await renderer.rendering(1)
    expect(await renderer.variants.get(avif('unknown'))).toBeNull()
    await renderer.finish()
    await held
  })
})

describe('the renderer', () => {
  it('renders a few at once, lets some wait, and refuses the rest', async () => {
    const renderer = createRenderer({ concurrent: 2, maxQueued: 3 })
    const requests = Array.from({ length: 5 }, (_, i) => renderer.variants.get(avif(`picture-${i}`)))
    await renderer.rendering(2)
    await expect(renderer.variants.get(avif('one-too-many'))).rejects.toThrow(LimitExceeded)
    expect(renderer.variants.pending()).toBe(5)
    await renderer.finish(5)
    expect(await Promise.all(requests)).toHaveLength(5)
    expect(renderer.highest()).toBe(2)
    expect(renderer.variants.pending()).toBe(0)
  })

  it('continues after a failure, and renders it again when asked', async () => {
    const renderer = createRenderer({ concurrent: 1, held: false })
    const [broken, whole] = await Promise.allSettled([
      renderer.variants.get(avif('breaks-the-renderer')),
      renderer.variants.get(avif('tiles-of-lisbon')),
    ])
    expect([broken.status, whole.status]).toEqual(['rejected', 'fulfilled'])
    await expect(renderer.variants.get(avif('breaks-the-renderer'))).rejects.toThrow('no memory left')
    expect(await files()).toHaveLength(1)
  })
})

describe('the prewarmer', () => {
  const prewarmerOf = (variants: ReturnType<typeof createRenderer>['variants'], ids: () => string[]) =>
    createPrewarmer({ variants, findPictures: async () => ids(), log: { warn() {} } as never })

  it('renders what cards and pages need, once', async () => {
    const renderer = createRenderer({ held: false })
    let ids = ['first-picture', 'other-picture']
    const prewarmer = prewarmerOf(renderer.variants, () => ids)
    prewarmer.wake()
    await renderer.rendering(4)
    ids = [...ids, 'newer-picture']
    prewarmer.wake()
    await renderer.rendering(6)
    await prewarmer.stop()
    expect(renderer.started.slice(0, 2)).toEqual(['first-picture 480', 'first-picture 768'])
    expect(await files()).toHaveLength(6)
  })

  it('does nothing while somebody waits', async () => {
    const renderer = createRenderer()
    const requests = renderer.variants.get(avif('asked-for-by-ann'))
    await renderer.rendering(1)
    const prewarmer = prewarmerOf(renderer.variants, () => ['first-picture'])
    prewarmer.wake()
    // It has looked, and looks again later.
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(renderer.started).toEqual(['asked-for-by-ann 480'])
    await renderer.finish()
    await requests
    await renderer.rendering(2)
    expect(renderer.started[1]).toBe('first-picture 480')
    await Promise.all([prewarmer.stop(), renderer.finish()])
  })
})
