import { describe, expect, it } from 'vitest'
import { categories, motifsOf } from '../testing/sample-motifs.ts'
import { HEIGHT, WIDTH } from './canvas/layers.ts'
import type { Motif } from './motif.ts'
import { toScene } from './scene.ts'

const scenes = categories.flatMap((category) => motifsOf(category, 200)).map(toScene)
const [walk] = motifsOf('walk', 1) as [Motif]

describe('a scene', () => {
  it('is one of thousands', () => {
    const kinds = scenes.map(({ category, palette, sky, clouds, setting, mirrored }) =>
      JSON.stringify([category, palette, sky, clouds, setting, mirrored]),
    )
    expect(new Set(kinds).size).toBeGreaterThan(2500)
  })

  it('has its horizon in the middle of the canvas, and its sun above it or on it', () => {
    for (const { horizon, sun } of scenes) {
      expect(horizon).toBeGreaterThan(HEIGHT / 2)
      expect(horizon).toBeLessThan(HEIGHT * 0.66)
      expect(sun.y).toBeGreaterThan(0)
      expect(sun.y - sun.radius).toBeLessThan(horizon)
      expect(sun.x - sun.radius).toBeGreaterThan(0)
      expect(sun.x + sun.radius).toBeLessThan(WIDTH)
    }
  })

  it('has a high sun at noon and a low one at dawn', () => {
    const heightsAt = (hour: string) =>
      scenes.filter((of) => of.hour === hour).map(({ horizon, sun }) => horizon - sun.y)
    expect(Math.min(...heightsAt('noon'))).toBeGreaterThan(Math.max(...heightsAt('dawn')))
  })

  it('has eight colours at most', () => {
    for (const { palette } of scenes) expect(new Set(Object.values(palette)).size).toBeLessThanOrEqual(8)
  })

  it('has no clouds at night', () => {
    for (const { clouds } of scenes.filter(({ hour }) => hour === 'night')) expect(clouds).toBe('none')
  })

  it('uses every hour, sky, cloud and setting', () => {
    const all = (key: 'hour' | 'sky' | 'clouds' | 'setting' | 'houses' | 'climate') =>
      new Set(scenes.map((scene) => scene[key])).size
    expect(all('hour')).toBe(5)
    expect(all('sky')).toBe(4)
    expect(all('clouds')).toBe(3)
    expect(all('setting')).toBeGreaterThanOrEqual(4)
    expect(all('houses')).toBe(5)
    expect(all('climate')).toBe(4)
  })
})

describe('the hour', () => {
  it.each(['dawn', 'dusk', 'night'])('is the %s the host names', (hour) => {
    expect(toScene({ ...walk, words: [hour] }).hour).toBe(hour)
  })

  it('is always night for stars, whatever the host names', () => {
    for (const motif of motifsOf('stars', 20)) expect(toScene({ ...motif, words: ['dawn'] }).hour).toBe('night')
  })
})

describe('the place', () => {
  it.each([
    ['NO', 60, 'north', 'gables'],
    ['PT', 39, 'south', 'tiles'],
    ['JP', 35, 'south', 'pagodas'],
    ['MA', 32, 'arid', 'domes'],
    ['TH', 14, 'tropic', 'pagodas'],
    ['US', 41, 'south', 'towers'],
    ['AU', -34, 'south', 'towers'],
    ['FR', 46, 'south', 'tiles'],
    ['KE', -1, 'tropic', 'tiles'],
  ] as const)('in %s at latitude %d has the climate %s and %s', (country, latitude, climate, houses) => {
    expect(toScene({ ...walk, country, latitude })).toMatchObject({ climate, houses })
  })

  it.each(['coast', 'river', 'mountain', 'forest', 'desert'])('is the %s the host names', (setting) => {
    expect(toScene({ ...walk, words: ['tea', setting] }).setting).toBe(setting)
  })

  it('by the water never has the palette of a meadow', () => {
    const meadows = new Set(['#b9d3c2', '#dbe3c3', '#edc472', '#f3dcb2', '#f9cfa0'])
    for (const motif of motifsOf('water', 400)) expect(meadows).not.toContain(toScene(motif).palette.sky)
    const inland = motifsOf('walk', 400).map((motif) => toScene({ ...motif, words: ['forest'] }).palette.sky)
    expect(inland.some((sky) => meadows.has(sky))).toBe(true)
  })
})
