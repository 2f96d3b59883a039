/** Every family draws what its category is about; what that is, is recognised by the drawings of the objects. */
import { describe, expect, it } from 'vitest'
import { sceneOf, shapesDrawnBy } from '../../testing/draw-alone.ts'
import { countOf, type Shape } from '../../testing/inspect-layer.ts'
import type { Canvas } from '../canvas/canvas.ts'
import { families } from '../families.ts'
import type { Category } from '../motif.ts'
import { crane, deer, elephant, goose, whaleTail } from '../objects/animals.ts'
import { camera, easel, telescope } from '../objects/equipment.ts'
import { drum, guitar } from '../objects/instruments.ts'
import { cheese, fruitBowl, grapes, ladle, pan, pot } from '../objects/kitchenware.ts'
import { landmark, viaduct } from '../objects/landmarks.ts'
import { dancer, partner, walker } from '../objects/people.ts'
import { palm, pine } from '../objects/plants.ts'
import { beerGlass, bottle, cup, teapot, wineGlass } from '../objects/tableware.ts'
import { balloon, bicycle, dhow, kayak, rowboat, sailboat, train } from '../objects/vehicles.ts'
import type { Hour, Scene } from '../scene.ts'
import { drawHorizon, drawSun } from '../scenery/land.ts'

const [one, other, third] = ['#aa0000', '#00aa00', '#0000aa'] as const
const seeds = Array.from({ length: 24 }, (_, seed) => seed + 1)
const hours: Hour[] = ['dawn', 'noon', 'golden', 'dusk', 'night']

const drawFamily = (category: Category, changes: Partial<Scene> = {}): Shape[] => {
  const scene = sceneOf(category, changes)
  return shapesDrawnBy(families[category], scene)
}
const drawAll = (category: Category, changes: Partial<Scene> = {}) =>
  seeds.map((seed) => drawFamily(category, { ...changes, seed }))

/** In how many of the pictures an object is. */
const picturesWith = (object: (c: Canvas) => void, pictures: readonly Shape[][]) => {
  const part = shapesDrawnBy(object)
  return pictures.filter((picture) => countOf(part, picture) > 0).length
}

const objects = {
  balloon: (c: Canvas) => balloon(c, 100, one, other),
  beerGlass: (c: Canvas) => beerGlass(c, 200, one),
  bicycle: (c: Canvas) => bicycle(c, 300, one, other),
  bottle: (c: Canvas) => bottle(c, 300, one),
  camera: (c: Canvas) => camera(c, 300, one, other),
  cheese: (c: Canvas) => cheese(c, 200, one, other),
  crane: (c: Canvas) => crane(c, 300, one, other, third),
  cup: (c: Canvas) => cup(c, 100, one, other),
  dancer: (c: Canvas) => dancer(c, 300, one, other, third),
  deer: (c: Canvas) => deer(c, 300, one),
  dhow: (c: Canvas) => dhow(c, 300, one, other),
  drum: (c: Canvas) => drum(c, 200, one),
  easel: (c: Canvas) => easel(c, 300, one, other, () => {}),
  elephant: (c: Canvas) => elephant(c, 300, one, other),
  fruitBowl: (c: Canvas) => fruitBowl(c, 200, one),
  goose: (c: Canvas) => goose(c, 150, one),
  grapes: (c: Canvas) => grapes(c, 100, one),
  guitar: (c: Canvas) => guitar(c, 600, one, other),
  kayak: (c: Canvas) => kayak(c, 400, one, other),
  ladle: (c: Canvas) => ladle(c, 100, one),
  palm: (c: Canvas) => palm(c, 300, one),
  pan: (c: Canvas) => pan(c, 100, one, other),
  partner: (c: Canvas) => partner(c, 300, one),
  pine: (c: Canvas) => pine(c, 300, one),
  pot: (c: Canvas) => pot(c, 300, one),
  rowboat: (c: Canvas) => rowboat(c, 300, one),
  sailboat: (c: Canvas) => sailboat(c, 300, one, other),
  teapot: (c: Canvas) => teapot(c, 200, one, other),
  telescope: (c: Canvas) => telescope(c, 300, one, other),
  train: (c: Canvas) => train(c, 640, one, other, third),
  viaduct: (c: Canvas) => viaduct(c, 545, 830, one, 170),
  walker: (c: Canvas) => walker(c, 200, one, other),
  walkerWithoutStick: (c: Canvas) => walker(c, 200, one, other, false),
  whaleTail: (c: Canvas) => whaleTail(c, 200, one),
  wineGlass: (c: Canvas) => wineGlass(c, 300, one, other),
}
type Name = keyof typeof objects

/** In every picture of the category in such a scene. */
const always: [Category, Partial<Scene>, Name][] = [
  ['tasting', { words: ['vineyard'] }, 'wineGlass'],
  ['tasting', { words: ['vineyard'] }, 'bottle'],
  ['tasting', { words: ['beer'] }, 'beerGlass'],
  ['tasting', { words: ['tea'] }, 'teapot'],
  ['tasting', { words: ['coffee'] }, 'cup'],
  ['cooking', {}, 'pot'],
  ['water', { words: ['kayak'] }, 'kayak'],
  ['water', { words: ['sail'], houses: 'tiles' }, 'sailboat'],
  ['water', { words: ['sail'], houses: 'domes' }, 'dhow'],
  ['music', { words: ['drum'] }, 'drum'],
  ['dance', {}, 'dancer'],
  ['hike', {}, 'pine'],
  ['hike', {}, 'walker'],
  ['cycling', {}, 'bicycle'],
  ['wildlife', { words: ['whale'] }, 'whaleTail'],
  ['wildlife', { words: ['deer'] }, 'deer'],
  ['wildlife', { words: ['elephant'] }, 'elephant'],
  ['wildlife', { words: ['crane'] }, 'crane'],
  ['wildlife', { words: ['goose'] }, 'goose'],
  ['water', { words: ['row'] }, 'rowboat'],
  ['class', { words: ['paint'] }, 'easel'],
  ['photography', {}, 'camera'],
  ['trip', { words: ['balloon'] }, 'balloon'],
  ['trip', { words: ['train'] }, 'train'],
  ['trip', { words: ['train'] }, 'viaduct'],
  ['walk', { setting: 'mountain' }, 'walker'],
  ['walk', { setting: 'town' }, 'walkerWithoutStick'],
]

/** In some pictures of the category, and not in all. */
const sometimes: [Category, Partial<Scene>, Name][] = [
  ['tasting', {}, 'fruitBowl'],
  ['tasting', {}, 'cheese'],
  ['tasting', {}, 'grapes'],
  ['cooking', {}, 'pan'],
  ['cooking', {}, 'ladle'],
  ['music', { words: ['guitar'] }, 'guitar'],
  ['dance', {}, 'partner'],
  ['night', {}, 'rowboat'],
  ['stars', {}, 'telescope'],
]

describe('a family of compositions', () => {
  it.each(always)('%s in a scene with %j always shows the %s', (category, changes, name) => {
    expect(picturesWith(objects[name], drawAll(category, changes))).toBe(seeds.length)
  })

  it.each(sometimes)('%s in a scene with %j sometimes shows the %s', (category, changes, name) => {
    const count = picturesWith(objects[name], drawAll(category, changes))
    expect(count).toBeGreaterThan(0)
    expect(count).toBeLessThan(seeds.length)
  })

  it.each([
    ['wildlife', ['whaleTail', 'deer', 'elephant', 'crane', 'goose']],
    ['water', ['kayak', 'rowboat', 'sailboat']],
    ['music', ['guitar', 'drum']],
    ['class', ['easel']],
    ['tasting', ['wineGlass', 'beerGlass', 'teapot']],
    ['trip', ['balloon', 'train']],
  ] as [Category, Name[]][])('%s shows nothing that the host does not name', (category, names) => {
    for (const name of names) expect(picturesWith(objects[name], drawAll(category, { words: [] })), name).toBe(0)
  })

  it('is recognised: no bicycle is found among wine glasses', () => {
    expect(picturesWith(objects.bicycle, drawAll('tasting', { words: ['vineyard'] }))).toBe(0)
  })
})

describe('a market', () => {
  const pictures = drawAll('market')
  /** One stripe of an awning: straight at the top, round below. */
  const isStripe = ({ commands }: Shape) => commands === 'MHLaZ'

  it('has two or three stalls with nine stripes each', () => {
    const counts = pictures.map((picture) => picture.filter(isStripe).length / 9)
    expect([...new Set(counts)].sort()).toEqual([2, 3])
  })

  it('has stripes in two colours by turns', () => {
    for (const picture of pictures) {
      const stripes = picture.filter(isStripe).slice(0, 9)
      expect(new Set(stripes.map(({ colour }) => colour)).size).toBe(2)
      expect(stripes[0]?.colour).not.toBe(stripes[1]?.colour)
    }
  })

  it('has fruit on its counters', () => {
    for (const picture of pictures) {
      const fruit = picture.filter(({ kind, bounds }) => kind === 'circle' && bounds.bottom > 560 && bounds.top < 680)
      expect(fruit.length).toBeGreaterThan(40)
    }
  })
})

describe('a sky at night', () => {
  it('has star trails or a milky way', () => {
    for (const picture of drawAll('stars', { hour: 'night' })) {
      const trails = picture.filter(({ commands }) => commands === 'MA').length
      const dots = picture.filter(({ kind, bounds }) => kind === 'circle' && bounds.right - bounds.left < 10).length
      expect(trails > 60 || dots > 120).toBe(true)
    }
  })

  it.each(['walk', 'tour', 'dance', 'water'] as const)('over a %s has stars, and none by day', (category) => {
    const starsOf = (hour: Hour) =>
      drawFamily(category, { hour, seed: 5, setting: 'hills', clouds: 'none' }).filter(
        ({ kind, bounds }) => kind === 'circle' && bounds.right - bounds.left < 8.5 && bounds.bottom < 420,
      ).length
    expect(starsOf('night')).toBeGreaterThan(starsOf('noon') + 40)
  })
})

describe('a town', () => {
  it.each([
    ['gables', 'tour'],
    ['tiles', 'tour'],
    ['domes', 'market'],
    ['pagodas', 'night'],
    ['towers', 'night'],
  ] as const)('with %s has its landmark in a picture of %s', (houses, category) => {
    const part = shapesDrawnBy((c) => landmark(c, 350, one, other), sceneOf(category, { houses }))
    for (const picture of drawAll(category, { houses })) expect(countOf(part, picture)).toBeGreaterThan(0)
  })
})

describe('a voyage', () => {
  it.each([
    ['north', 'pine'],
    ['tropic', 'palm'],
  ] as const)('in a %s climate passes a %s', (climate, name) => {
    const pictures = drawAll('trip', { climate, words: ['sail'], setting: 'coast' })
    expect(picturesWith(objects[name], pictures)).toBeGreaterThan(seeds.length / 3)
  })
})

describe('every family at every hour', () => {
  /** A lane, a wall in the sun and the far bank of a river hide the horizon. */
  const outdoors = Object.keys(families).filter((name) => !['cycling', 'walk', 'night'].includes(name)) as Category[]
  const horizon = shapesDrawnBy((c) => drawHorizon(c))
  const sun = shapesDrawnBy((c) => drawSun(c), sceneOf('walk', { sky: 'plain' }))

  it.each(Object.keys(families) as Category[])('%s draws a picture of many shapes', (category) => {
    for (const hour of hours)
      for (const seed of [1, 2, 3]) expect(drawFamily(category, { hour, seed }).length).toBeGreaterThan(20)
  })

  it.each(outdoors)('%s has a line at the horizon', (category) => {
    for (const hour of hours) {
      const scene = sceneOf(category, { hour, sky: 'plain', seed: 9 })
      const lines = drawFamily(category, scene).filter(
        ({ isLine, commands, bounds }) =>
          isLine && commands === horizon[0]?.commands && bounds.left <= 0 && bounds.right >= 1200,
      )
      expect(lines.length, hour).toBeGreaterThan(0)
    }
  })

  it.each(['water', 'wildlife', 'history', 'trip', 'hike', 'photography', 'wellness'] as const)(
    '%s has the sun where its scene says',
    (category) => {
      for (const seed of seeds) {
        const scene = sceneOf(category, { seed, sky: 'plain', setting: 'hills' })
        const { x, y, radius } = scene.sun
        const found = shapesDrawnBy(families[category], scene).some(
          ({ kind, bounds }) =>
            kind === sun[0]?.kind &&
            Math.abs(bounds.left - (x - radius)) < 0.2 &&
            Math.abs(bounds.top - (y - radius)) < 0.2,
        )
        expect(found, String(seed)).toBe(true)
      }
    },
  )
})
