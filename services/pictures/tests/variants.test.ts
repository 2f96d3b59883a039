/** The folder and the queue before the press; the press is the test's, so that it can be held. */
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { until } from '@fernweh/kit/testing/until'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createVariants, type Variant } from '../src/adapters/variants.ts'
import { createWarmer } from '../src/adapters/warm.ts'
import { toDrawn } from '../src/domain/source.ts'
import { toMotif } from '../src/domain/to-motif.ts'
import { tiles } from './world.ts'

const source = toDrawn(toMotif(tiles))
const avif = (pictureId: string, width: Variant['width'] = 480): Variant => ({ pictureId, width, format: 'avif' })

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fernweh-variants-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A press that prints when it is told to. */
function createPress({ printers = 2, waiting = 2, held = true } = {}) {
  const begun: string[] = []
  const letGo: (() => void)[] = []
  let most = 0
  let now = 0
  const variants = createVariants({
    folder,
    printers,
    waiting,
    findSource: async (pictureId) => (pictureId === 'nobody-made-it' ? null : source),
    async print(_, { pictureId, width }) {
      begun.push(`${pictureId} ${width}`)
      now += 1
      most = Math.max(most, now)
      if (held) await new Promise<void>((resolve) => letGo.push(resolve))
      now -= 1
      if (pictureId === 'breaks-the-press') throw new Error('out of ink')
      return Buffer.from(`${pictureId} in ${width}`)
    },
  })
  return {
    variants,
    begun,
    most: () => most,
    printing: (count: number) =>
      until(
        async () => begun.length,
        (so) => so === count,
      ),
    /** Lets go of what is held until so many have begun, and of those. */
    async finish(count = begun.length) {
      do {
        for (const go of letGo.splice(0)) go()
        await new Promise((resolve) => setImmediate(resolve))
      } while (begun.length < count || letGo.length > 0)
    },
  }
}

const files = async () => (await readdir(folder, { recursive: true })).filter((file) => file.includes('.')).sort()

describe('a variant', () => {
  it('is printed once for all who ask for it at the same time', async () => {
    const press = createPress()
    const asked = Array.from({ length: 40 }, () => press.variants.get(avif('tiles-of-lisbon')))
    await press.printing(1)
    await press.finish()
    const [first, ...others] = await Promise.all(asked)
    expect(first?.bytes.toString()).toBe('tiles-of-lisbon in 480')
    for (const other of others) expect(other).toEqual(first)
    expect(press.begun).toEqual(['tiles-of-lisbon 480'])
  })

  it('is kept, whole and under its name only, and read from there by whoever comes next', async () => {
    const press = createPress({ held: false })
    const printed = await press.variants.get(avif('tiles-of-lisbon'))
    expect(await files()).toEqual([path.join('ti', 'tiles-of-lisbon-480.avif')])
    expect(await createPress().variants.get(avif('tiles-of-lisbon'))).toEqual(printed)
    expect(press.begun).toHaveLength(1)
  })

  it('that was cut off by a crash is printed again', async () => {
    const press = createPress({ held: false })
    await press.variants.get(avif('tiles-of-lisbon'))
    const [file = ''] = await files()
    await truncate(path.join(folder, file), 0)
    expect((await press.variants.get(avif('tiles-of-lisbon')))?.bytes.toString()).toBe('tiles-of-lisbon in 480')
    expect(await readFile(path.join(folder, file), 'utf8')).toBe('tiles-of-lisbon in 480')
  })

  it('is given also when the folder cannot be written', async () => {
    await writeFile(path.join(folder, 'ti'), 'in the way')
    const { variants } = createPress({ held: false })
    expect((await variants.get(avif('tiles-of-lisbon')))?.bytes.toString()).toBe('tiles-of-lisbon in 480')
  })

  it('of a picture nobody made is not there, and takes no place', async () => {
    const press = createPress({ printers: 1, waiting: 0 })
    const held = press.variants.get(avif('tiles-of-lisbon'))
    await press.printing(1)
    expect(await press.variants.get(avif('nobody-made-it'))).toBeNull()
    await press.finish()
    await held
  })
})

describe('the press', () => {
  it('prints so many at once, lets so many wait, and tells the rest to come again', async () => {
    const press = createPress({ printers: 2, waiting: 3 })
    const asked = Array.from({ length: 5 }, (_, i) => press.variants.get(avif(`picture-${i}`)))
    await press.printing(2)
    await expect(press.variants.get(avif('one-too-many'))).rejects.toMatchObject({ status: 503 })
    expect(press.variants.busy()).toBe(5)
    await press.finish(5)
    expect(await Promise.all(asked)).toHaveLength(5)
    expect(press.most()).toBe(2)
    expect(press.variants.busy()).toBe(0)
  })

  it('goes on after one that failed, which is tried anew', async () => {
    const press = createPress({ printers: 1, held: false })
    const [broken, whole] = await Promise.allSettled([
      press.variants.get(avif('breaks-the-press')),
      press.variants.get(avif('tiles-of-lisbon')),
    ])
    expect([broken.status, whole.status]).toEqual(['rejected', 'fulfilled'])
    await expect(press.variants.get(avif('breaks-the-press'))).rejects.toThrow('out of ink')
    expect(await files()).toHaveLength(1)
  })
})

describe('the warmer', () => {
  const warmerOf = (variants: ReturnType<typeof createPress>['variants'], ids: () => string[]) =>
    createWarmer({ variants, firstShown: async () => ids(), log: { warn() {} } as never })

  it('prints what cards and pages need, once', async () => {
    const press = createPress({ held: false })
    let ids = ['first-picture', 'other-picture']
    const warmer = warmerOf(press.variants, () => ids)
    warmer.poke()
    await press.printing(4)
    ids = [...ids, 'newer-picture']
    warmer.poke()
    await press.printing(6)
    await warmer.stop()
    expect(press.begun.slice(0, 2)).toEqual(['first-picture 480', 'first-picture 768'])
    expect(await files()).toHaveLength(6)
  })

  it('does nothing while somebody is waiting', async () => {
    const press = createPress()
    const asked = press.variants.get(avif('asked-for-by-ann'))
    await press.printing(1)
    const warmer = warmerOf(press.variants, () => ['first-picture'])
    warmer.poke()
    // It has looked, and looks again later.
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(press.begun).toEqual(['asked-for-by-ann 480'])
    await press.finish()
    await asked
    await press.printing(2)
    expect(press.begun[1]).toBe('first-picture 480')
    await Promise.all([warmer.stop(), press.finish()])
  })
})
