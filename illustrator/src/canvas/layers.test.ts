import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSvgLayers, HEIGHT, light, n, shade, toSvg, WIDTH } from './layers.ts'

const path = 'M0 0h10v10Z'

describe('two layers', () => {
  it('have the same shapes: one in its colour, one in its grain', () => {
    const { fill, fillWithHoles, circle, line, layers } = createSvgLayers()
    fill(path, '#aabbcc')
    fillWithHoles(path, '#aabbcc', light('all', 1))
    circle(1, 2, 3, '#112233', shade('all', 0.5))
    line(path, '#445566', 7)
    const stroke = 'fill="none" stroke-linecap="round" stroke-linejoin="round" stroke-width="7"'
    expect(layers()).toEqual({
      colours: `<path d="${path}" fill="#aabbcc"/><path fill-rule="evenodd" d="${path}" fill="#aabbcc"/><circle cx="1" cy="2" r="3" fill="#112233"/><path d="${path}" ${stroke} stroke="#445566"/>`,
      grain: `<defs></defs><path d="${path}" fill="#000"/><path fill-rule="evenodd" d="${path}" fill="rgb(0,255,0)"/><circle cx="1" cy="2" r="3" fill="rgb(128,0,0)"/><path d="${path}" ${stroke} stroke="#000"/>`,
    })
  })

  it('move, turn and scale together', () => {
    const { at, fill, layers } = createSvgLayers()
    at({ x: 10, y: 20.26, scale: 2, flip: true, turn: 45 }, () => fill(path, '#000000'))
    at({ x: 0, y: 0 }, () => {})
    for (const layer of Object.values(layers())) {
      expect(layer).toContain('<g transform="translate(10 20.3)rotate(45)scale(-2 2)"><path')
      expect(layer).toContain('</g><g transform="translate(0 0)scale(1 1)"></g>')
    }
  })

  it('are clipped together, each clip under its own name', () => {
    const { clip, fill, layers } = createSvgLayers()
    clip(path, () => clip('M1 1Z', () => fill(path, '#000000')))
    for (const layer of Object.values(layers())) {
      expect(layer).toContain(`<clipPath id="c1"><path d="${path}"/></clipPath><g clip-path="url(#c1)">`)
      expect(layer).toContain('<clipPath id="c2"><path d="M1 1Z"/></clipPath><g clip-path="url(#c2)">')
      expect(layer.endsWith('</g></g>')).toBe(true)
    }
  })
})

describe('grain', () => {
  const grainOf = (...grains: Parameters<typeof shade>[]) => {
    const { fill, layers } = createSvgLayers()
    for (const grain of grains) fill(path, '#000000', shade(...grain))
    return layers().grain
  }

  it.each([
    ['top', 'x1="0" y1="0.75" x2="0" y2="0"'],
    ['bottom', 'x1="0" y1="0.25" x2="0" y2="1"'],
    ['left', 'x1="0.75" y1="0" x2="0" y2="0"'],
    ['right', 'x1="0.25" y1="0" x2="1" y2="0"'],
  ] as const)('at the %s runs there from black', (at, direction) => {
    expect(grainOf([at, 0.4])).toContain(
      `<linearGradient id="g0" ${direction}><stop offset="0" stop-color="#000"/><stop offset="1" stop-color="rgb(102,0,0)"/></linearGradient>`,
    )
  })

  it('at the rim is round', () => {
    expect(grainOf(['rim'])).toContain('<radialGradient id="g0" r="0.6">')
  })

  it('of the same kind is defined once', () => {
    const grain = grainOf(['top', 0.4], ['top', 0.4], ['top', 0.5], ['top', 0.4])
    expect(grain.match(/<linearGradient /g)).toHaveLength(2)
    expect(grain.match(/fill="url\(#g0\)"/g)).toHaveLength(3)
    expect(grain.match(/fill="url\(#g1\)"/g)).toHaveLength(1)
  })
})

describe('a number', () => {
  it('has one decimal at most', () => {
    expect([0.04, 0.06, -12.345, 7, 1e-9].map(n)).toEqual(['0', '0.1', '-12.3', '7', '0'])
    fc.assert(
      fc.property(fc.double({ min: -5_000, max: 5_000, noNaN: true }), (value) => /^-?\d+(\.\d)?$/.test(n(value))),
    )
  })

  it('with more decimals is shortened in a path', () => {
    const { fill, layers } = createSvgLayers()
    fill('M0.123 4.5L-6.789 10', '#000000')
    expect(layers().colours).toContain('d="M0.1 4.5L-6.8 10"')
  })
})

it('an image shows the whole drawing in the size that is asked for', () => {
  expect(toSvg('<circle/>', { width: 480, height: 320 })).toBe(
    `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="320" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none"><circle/></svg>`,
  )
})
