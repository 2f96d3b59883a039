import { describe, expect, it } from 'vitest'
import { boundsOf, countOf, pointsOf, shapesOf, union } from './inspect-layer.ts'

describe('a path', () => {
  it.each([
    ['M1 2L3 4', { left: 1, top: 2, right: 3, bottom: 4 }],
    ['M0 0H10V-5Z', { left: 0, top: -5, right: 10, bottom: 0 }],
    ['M10 10h5v5h-5Z', { left: 10, top: 10, right: 15, bottom: 15 }],
    ['M0 0C1 -9 4 9 5 0', { left: 0, top: -9, right: 5, bottom: 9 }],
    ['M1 1c1 1 2 2 3 3s2 2 4 4', { left: 1, top: 1, right: 8, bottom: 8 }],
    ['M0 0Q5 -5 10 0T20 0', { left: 0, top: -5, right: 20, bottom: 0 }],
    ['M0 0a5 5 0 0 1 10 0', { left: 0, top: 0, right: 10, bottom: 0 }],
    ['M5 5h5Zl-2 -2', { left: 3, top: 3, right: 10, bottom: 5 }],
    ['M0 0L1 1M-7 -7v-1', { left: -7, top: -8, right: 1, bottom: 1 }],
  ])('%s has its bounds', (path, bounds) => {
    expect(boundsOf(pointsOf(path))).toEqual(bounds)
  })
})

describe('a layer', () => {
  it('is read with all transforms applied, in the order of SVG', () => {
    const [inner, outer] = shapesOf(
      '<g transform="translate(100 50)rotate(90)scale(2 2)"><path d="M0 0L10 0" fill="#111111"/></g><circle cx="5" cy="6" r="2" fill="#222222"/>',
    )
    expect(inner?.bounds.left).toBeCloseTo(100)
    expect(inner?.bounds.bottom).toBeCloseTo(70)
    expect(outer).toEqual({
      kind: 'circle',
      commands: 'circle',
      colour: '#222222',
      isLine: false,
      bounds: { left: 3, top: 4, right: 7, bottom: 8 },
    })
  })

  it('is read without its definitions, with the colour of its lines', () => {
    const layer =
      '<defs><linearGradient id="g0"/></defs><clipPath id="c1"><path d="M0 0"/></clipPath><path d="M1 1L2 2" fill="none" stroke="#333333"/>'
    expect(shapesOf(layer).map(({ colour, isLine }) => [colour, isLine])).toEqual([['#333333', true]])
  })

  it.each(['<g><path d="M0 0"/>', '</g></g>', '<rect/>'])('that is broken is refused: %s', (layer) => {
    expect(() => shapesOf(layer)).toThrow()
  })
})

it('counts how often a drawing is part of another one', () => {
  const part = shapesOf('<path d="M0 0h1Z"/><circle cx="1" cy="1" r="1"/>')
  const whole = shapesOf(
    '<path d="M5 5h9Z"/><circle cx="9" cy="9" r="9"/><path d="M0 0V1"/><path d="M7 7h2Z"/><circle cx="0" cy="0" r="3"/>',
  )
  expect(countOf(part, whole)).toBe(2)
  expect(countOf(whole, part)).toBe(0)
})

it('joins bounds', () => {
  expect(
    union([
      { left: 0, top: 5, right: 1, bottom: 6 },
      { left: -3, top: 7, right: 0, bottom: 9 },
    ]),
  ).toEqual({ left: -3, top: 5, right: 1, bottom: 9 })
})
