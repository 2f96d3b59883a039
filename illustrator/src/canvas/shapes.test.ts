import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf, pointsOf } from '../../testing/inspect-layer.ts'
import { HEIGHT, WIDTH } from './layers.ts'
import { arch, curve, ellipse, ground, type Point, polygon, rectangle, turned } from './shapes.ts'

const coordinates = fc.integer({ min: -2_000, max: 2_000 })
const sizes = fc.integer({ min: 2, max: 1_000 })
const points = fc.array(fc.tuple(coordinates, coordinates), { minLength: 1, maxLength: 8 })
const bounds = (path: string) => boundsOf(pointsOf(path))

describe('a curve', () => {
  it('passes through all of its points', () => {
    fc.assert(
      fc.property(points, (through) => {
        const path = curve(through)
        for (const [x, y] of through) expect(path).toContain(`${x} ${y}`)
      }),
    )
  })

  it('of points on a line stays on the line', () => {
    const line = [0, 100, 200, 300].map((x): Point => [x, 50])
    expect(pointsOf(curve(line)).every(([, y]) => y === 50)).toBe(true)
  })

  it('without points is nothing', () => {
    expect(curve([])).toBe('')
  })
})

it('a polygon has its corners and is closed', () => {
  fc.assert(
    fc.property(points, (corners) => {
      const path = polygon(corners)
      expect(pointsOf(path)).toEqual(corners)
      expect(path.endsWith('Z')).toBe(true)
    }),
  )
})

it('a rectangle has its place and size', () => {
  fc.assert(
    fc.property(coordinates, coordinates, sizes, sizes, (x, y, width, height) => {
      expect(bounds(rectangle(x, y, width, height))).toEqual({ left: x, top: y, right: x + width, bottom: y + height })
    }),
  )
})

it('an ellipse ends where it began, and is as wide as twice its radius', () => {
  fc.assert(
    fc.property(coordinates, coordinates, sizes, sizes, (x, y, radiusX, radiusY) => {
      const path = ellipse(x, y, radiusX, radiusY)
      const [first] = pointsOf(path)
      expect(pointsOf(path).at(-1)).toEqual(first)
      expect(bounds(path)).toMatchObject({ left: x - radiusX, right: x + radiusX })
      expect(path).toContain(`a${radiusX} ${radiusY} `)
    }),
  )
})

it('an arch stands on its foot and is as wide and as high as asked', () => {
  fc.assert(
    fc.property(coordinates, coordinates, sizes, (x, foot, half) => {
      const [width, height] = [half * 2, half * 3]
      const { left, right, bottom, top } = bounds(arch(x, foot, width, height))
      expect([left, right, bottom]).toEqual([x, x + width, foot])
      // The round top is half as high as it is wide.
      expect(top - half).toBe(foot - height)
    }),
  )
})

it('ground reaches the lower edge of the picture on both sides', () => {
  const { left, right, bottom } = bounds(
    ground(
      curve([
        [-20, 400],
        [1220, 420],
      ]),
    ),
  )
  expect(left).toBeLessThan(0)
  expect(right).toBeGreaterThan(WIDTH)
  expect(bottom).toBeGreaterThan(HEIGHT)
})

it('a turned outline is the same on both sides', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(sizes, coordinates), { minLength: 2, maxLength: 6 }), (right) => {
      const path = turned(right)
      const outline = bounds(path)
      expect(outline.left).toBeCloseTo(-outline.right, 0)
      for (const [x, y] of right) {
        expect(path).toContain(`${x} ${y}`)
        expect(path).toContain(`${-x} ${y}`)
      }
    }),
  )
})
