/** Every object stands on the origin and has the size that is asked for. */
import { describe, expect, it } from 'vitest'
import { sceneOf, shapesDrawnBy } from '../../testing/draw-alone.ts'
import { union } from '../../testing/inspect-layer.ts'
import type { Canvas } from '../canvas/canvas.ts'
import type { Houses } from '../scene.ts'
import { crane, deer, elephant, goose, whaleTail } from './animals.ts'
import { sweptRoof, town } from './buildings.ts'
import { camera, easel, telescope, tripod } from './equipment.ts'
import { drum, guitar } from './instruments.ts'
import { cheese, fruitBowl, grapes, ladle, pan, pot, vessel } from './kitchenware.ts'
import { landmark, viaduct } from './landmarks.ts'
import { lamps, lantern } from './lights.ts'
import { dancer, partner, walker } from './people.ts'
import { branch, cypress, grass, palm, pine, pottedPlant, reeds, roundTree, tree, umbrellaTree } from './plants.ts'
import { beerGlass, bottle, cup, steam, teapot, wineGlass } from './tableware.ts'
import { balloon, bicycle, dhow, kayak, ripples, rowboat, sailboat, train } from './vehicles.ts'

const [one, other, third] = ['#aa0000', '#00aa00', '#0000aa'] as const
type Draw = (c: Canvas, size: number) => void

/** Height (or width) by which each is drawn, and its least and largest real height, both as shares of that. */
const standing: [name: string, draw: Draw, least: number, most: number][] = [
  ['a crane', (c, size) => crane(c, size, one, other, third), 0.9, 1.05],
  ['a deer', (c, size) => deer(c, size, one), 1, 1.15],
  ['an elephant', (c, size) => elephant(c, size, one, other), 0.9, 1.1],
  ["a whale's tail", (c, size) => whaleTail(c, size, one), 1, 1.2],
  ['a walker', (c, size) => walker(c, size, one, other), 0.95, 1.1],
  ['a dancer', (c, size) => dancer(c, size, one, other, third), 1.05, 1.2],
  ['a partner', (c, size) => partner(c, size, one), 1, 1.15],
  ['a pine', (c, size) => pine(c, size, one), 0.95, 1.15],
  ['a cypress', (c, size) => cypress(c, size, one), 0.95, 1.05],
  ['a round tree', (c, size) => roundTree(c, size, one), 0.95, 1.05],
  ['an umbrella tree', (c, size) => umbrellaTree(c, size, one), 0.9, 1.15],
  ['a palm', (c, size) => palm(c, size, one), 0.85, 1.2],
  ['a potted plant', (c, size) => pottedPlant(c, one, other, size), 0.7, 1.2],
  ['a bottle', (c, size) => bottle(c, size, one), 0.95, 1.1],
  ['a beer glass', (c, size) => beerGlass(c, size, one), 0.85, 1.5],
  ['a cup', (c, size) => cup(c, size, one, other), 0.5, 0.8],
  ['a teapot', (c, size) => teapot(c, size, one, other), 0.7, 1.1],
  ['a bowl of fruit', (c, size) => fruitBowl(c, size, one), 0.5, 0.8],
  ['grapes', (c, size) => grapes(c, size, one), 1, 1.3],
  ['cheese', (c, size) => cheese(c, size, one, other), 0.4, 0.6],
  ['a pot', (c, size) => pot(c, size, one), 0.6, 1],
  ['a guitar', (c, size) => guitar(c, size, one, other), 0.95, 1.05],
  ['a drum', (c, size) => drum(c, size, one), 0.75, 1.2],
  ['a tripod', (c, size) => tripod(c, size, one), 0.6, 0.8],
  ['a camera', (c, size) => camera(c, size, one, other), 0.9, 1.1],
  ['a telescope', (c, size) => telescope(c, size, one, other), 0.8, 1.15],
  ['an easel', (c, size) => easel(c, size, one, other, () => {}), 0.95, 1.05],
  ['a bicycle', (c, size) => bicycle(c, size, one, other), 0.6, 0.85],
  ['a sailboat', (c, size) => sailboat(c, size, one, other), 1, 1.1],
  ['a dhow', (c, size) => dhow(c, size, one, other), 1, 1.2],
  ['a kayak', (c, size) => kayak(c, size, one, other), 0.3, 0.5],
  ['a rowing boat', (c, size) => rowboat(c, size, one), 0.15, 0.4],
]

describe.each(standing)('%s', (_, draw, least, most) => {
  const boundsAt = (size: number) => union(shapesDrawnBy((c) => draw(c, size)).map(({ bounds }) => bounds))

  it('stands on the origin', () => {
    const { top, bottom, left, right } = boundsAt(400)
    expect(top).toBeLessThan(0)
    expect(bottom).toBeGreaterThan(-400 * 0.03)
    expect(bottom).toBeLessThan(400 * 0.13)
    expect(left).toBeLessThan(0)
    expect(right).toBeGreaterThan(0)
  })

  it('has the height that is asked for', () => {
    for (const size of [100, 250, 600]) {
      const { top } = boundsAt(size)
      expect(-top / size).toBeGreaterThan(least)
      expect(-top / size).toBeLessThan(most)
    }
  })

  it('is twice as large when asked for', () => {
    const [small, large] = [boundsAt(150), boundsAt(300)]
    // Outlines of a few glasses have a rim of fixed size.
    expect(large.right - large.left).toBeGreaterThan((small.right - small.left) * 1.7)
    expect(large.right - large.left).toBeLessThan((small.right - small.left) * 2.2)
  })

  it('uses the colours it is given', () => {
    const colours = new Set(shapesDrawnBy((c) => draw(c, 200)).map(({ colour }) => colour))
    expect(colours).toContain(one)
  })
})

it('a wine glass stands on its foot, and its wine is below its rim', () => {
  const [bowl, wine, , foot] = shapesDrawnBy((c) => wineGlass(c, 300, one, other))
  expect(bowl?.bounds.top).toBe(-300)
  expect(wine).toMatchObject({ colour: other, bounds: { top: -222 } })
  expect(foot?.bounds.bottom).toBe(-4)
})

describe('a vessel', () => {
  it('has one of several outlines, never higher than asked, with bands inside of it', () => {
    const drawn = Array.from({ length: 40 }, (_, seed) =>
      shapesDrawnBy((c) => vessel(c, 200, one, other), sceneOf('craft', { seed })),
    )
    for (const [outline, ...bands] of drawn) {
      expect(outline?.bounds.top).toBeGreaterThanOrEqual(-205)
      expect(outline?.bounds.bottom).toBeCloseTo(0, 0)
      expect(bands.length).toBeGreaterThan(0)
      expect(bands.length).toBeLessThanOrEqual(3)
      for (const { colour } of bands) expect(colour).toBe(other)
    }
    expect(new Set(drawn.map(([outline]) => JSON.stringify(outline?.bounds))).size).toBeGreaterThanOrEqual(4)
  })
})

describe('what hangs', () => {
  it.each([
    ['a pan', (c: Canvas) => pan(c, 100, one, other)],
    ['a ladle', (c: Canvas) => ladle(c, 100, one)],
  ])('%s hangs down from the origin', (_, draw) => {
    const { top, bottom } = union(shapesDrawnBy(draw).map(({ bounds }) => bounds))
    expect(top).toBeGreaterThan(-10)
    expect(bottom).toBeGreaterThan(100)
  })

  it('a lantern hangs on a cord', () => {
    const [cord, body] = shapesDrawnBy((c) => lantern(c, 100, one, other))
    expect(cord).toMatchObject({ isLine: true, colour: other })
    expect(cord?.bounds.top).toBe(-90)
    expect(body?.colour).toBe(one)
  })

  it('lamps hang below a cord between two points', () => {
    const [cord, ...rest] = shapesDrawnBy((c) => lamps(c, [0, 50], [600, 80], 40, one, other, 7))
    expect(cord?.bounds).toMatchObject({ left: 0, right: 600, top: 50 })
    const lit = rest.filter(({ kind }) => kind === 'circle')
    expect(lit).toHaveLength(6)
    for (const { bounds, colour } of lit) {
      expect(colour).toBe(other)
      expect(bounds.top).toBeGreaterThan(40)
    }
  })
})

describe('a tree', () => {
  const drawnAs = (draw: Draw) => shapesDrawnBy((c) => draw(c, 300)).map(({ commands }) => commands)
  const treeIn = (climate: 'north' | 'south' | 'tropic' | 'arid', setting: 'hills' | 'mountain' = 'hills') =>
    shapesDrawnBy((c) => tree(c, 300, one), sceneOf('walk', { climate, setting })).map(({ commands }) => commands)

  it('is a palm where it is warm, and a pine where it is cold', () => {
    const [palms, pines] = [drawnAs((c, size) => palm(c, size, one)), drawnAs((c, size) => pine(c, size, one))]
    expect([treeIn('tropic'), treeIn('arid')]).toEqual([palms, palms])
    expect([treeIn('north'), treeIn('south', 'mountain')]).toEqual([pines, pines])
  })

  it('is neither in a mild climate', () => {
    const mild = [cypress, roundTree, umbrellaTree].map((draw) => drawnAs((c, size) => draw(c, size, one)))
    expect(mild).toContainEqual(treeIn('south'))
  })
})

describe('plants without a fixed size', () => {
  it('reeds grow between their bounds', () => {
    const { left, right, top, bottom } = union(
      shapesDrawnBy((c) => reeds(c, 30, 400, 200, one)).map(({ bounds }) => bounds),
    )
    expect(left).toBeGreaterThan(-120)
    expect(right).toBeLessThan(520)
    expect(top).toBeGreaterThan(-230)
    expect(bottom).toBe(0)
  })

  it('grass is spread over the whole width', () => {
    const blades = shapesDrawnBy((c) => grass(c, 700, one))
    expect(blades).toHaveLength(26)
    expect(blades.some(({ bounds }) => bounds.left < 300) && blades.some(({ bounds }) => bounds.left > 900)).toBe(true)
  })

  it('a branch has so many leaves', () => {
    expect(shapesDrawnBy((c) => branch(c, one, 13))).toHaveLength(14)
  })
})

describe('houses', () => {
  const rowOf = (houses: Houses, seed = 3) =>
    shapesDrawnBy(
      (c) => town(c, { foot: 500, height: 200, wall: [one], roof: [other], pane: third }),
      sceneOf('tour', { houses, seed }),
    )

  it.each(['gables', 'tiles', 'domes', 'pagodas', 'towers'] as const)('with %s stand side by side', (houses) => {
    const walls = rowOf(houses).filter(({ colour, bounds }) => colour === one && bounds.bottom > 500)
    for (const [i, { bounds }] of walls.slice(1).entries())
      expect(bounds.left).toBeCloseTo(walls[i]?.bounds.right ?? 0, 0)
    expect(walls[0]?.bounds.left).toBeLessThan(0)
    expect(walls.at(-1)?.bounds.right).toBeGreaterThan(1200)
  })

  it('differ from style to style', () => {
    const drawn = (['gables', 'tiles', 'domes', 'pagodas', 'towers'] as const).map((houses) =>
      JSON.stringify(rowOf(houses).map(({ commands }) => commands)),
    )
    expect(new Set(drawn).size).toBe(5)
  })

  it('have windows', () => {
    expect(rowOf('gables').filter(({ colour }) => colour === third).length).toBeGreaterThan(10)
  })
})

describe('a landmark', () => {
  it.each(['gables', 'tiles', 'domes', 'pagodas', 'towers'] as const)('of %s is as high as asked', (houses) => {
    const shapes = shapesDrawnBy((c) => landmark(c, 400, one, other), sceneOf('tour', { houses }))
    const { top, bottom, left, right } = union(shapes.map(({ bounds }) => bounds))
    expect(-top).toBeGreaterThan(360)
    expect(-top).toBeLessThan(430)
    expect(bottom).toBeLessThan(10)
    expect(left).toBeCloseTo(-right, 0)
  })
})

it('a viaduct spans the whole width with arches in it', () => {
  const [arches] = shapesDrawnBy((c) => viaduct(c, 400, 700, one, 150))
  expect(arches?.bounds.left).toBeLessThan(0)
  expect(arches?.bounds.right).toBeGreaterThan(1200)
  expect(arches?.commands.match(/a/g)?.length).toBe(9)
})

it('a swept roof turns up at both ends', () => {
  const [roof] = shapesDrawnBy((c) => sweptRoof(c, 0, 0, 100, 60, one))
  expect(roof?.bounds).toMatchObject({ left: -100, right: 100, top: -60 })
})

it('steam rises', () => {
  const shapes = shapesDrawnBy((c) => steam(c, one, 150, 3))
  expect(shapes).toHaveLength(3)
  for (const { bounds } of shapes) expect(bounds.top).toBeLessThan(-120)
})

it('ripples get shorter below a boat', () => {
  const widths = shapesDrawnBy((c) => ripples(c, 300, one, 5)).map(({ bounds }) => bounds.right - bounds.left)
  expect(widths).toHaveLength(5)
  expect(widths.at(-1)).toBeLessThan(widths[0] ?? 0)
})

it('a train has four cars with windows and wheels', () => {
  const shapes = shapesDrawnBy((c) => train(c, 640, one, other, third))
  expect(shapes.filter(({ kind }) => kind === 'circle')).toHaveLength(8)
  expect(shapes.filter(({ colour }) => colour === third)).toHaveLength(15)
  expect(union(shapes.map(({ bounds }) => bounds)).right).toBeLessThanOrEqual(640)
})

it('a balloon carries its basket below itself', () => {
  const shapes = shapesDrawnBy((c) => balloon(c, 200, one, other))
  const basket = shapes.at(-1)
  const envelope = shapes.find(({ colour }) => colour === one)
  expect(basket?.bounds.top).toBeGreaterThan(envelope?.bounds.bottom ?? 0)
})

it('a goose flies: its wings reach above and below its body', () => {
  const { top, bottom } = union(shapesDrawnBy((c) => goose(c, 150, one)).map(({ bounds }) => bounds))
  expect(top).toBeLessThan(-60)
  expect(bottom).toBeGreaterThan(50)
})
