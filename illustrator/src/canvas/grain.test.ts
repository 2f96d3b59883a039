import { expect, it } from 'vitest'
import { layGrain } from './grain.ts'

const size = { width: 64, height: 64 }
const sheet = (value: number) => Buffer.alloc(64 * 64 * 3, value)
const texture = (red: number, green: number) =>
  Buffer.from(Array.from({ length: 64 * 64 }, () => [red, green, 0]).flat())
const mean = (pixels: Buffer) => pixels.reduce((sum, value) => sum + value, 0) / pixels.length

it('leaves ink alone where there is none', () => {
  const ink = sheet(120)
  layGrain(ink, texture(0, 0), size)
  expect(ink).toEqual(sheet(120))
})

it('darkens with shade, lightens with light, more where there is more of it', () => {
  const laid = ([red, green]: [number, number]) => {
    const ink = sheet(120)
    layGrain(ink, texture(red, green), size)
    return mean(ink)
  }
  const [deep, faint, bright] = (
    [
      [255, 0],
      [80, 0],
      [0, 255],
    ] as [number, number][]
  ).map(laid) as [number, number, number]
  expect(deep).toBeLessThan(faint)
  expect(faint).toBeLessThan(120)
  expect(bright).toBeGreaterThan(120)
})

it('is the same on every sheet', () => {
  const [one, other] = [sheet(90), sheet(90)]
  layGrain(one, texture(128, 0), size)
  layGrain(other, texture(128, 0), size)
  expect(one).toEqual(other)
})
