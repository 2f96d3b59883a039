import { expect, it } from 'vitest'
import { applyGrain } from './grain.ts'

const size = { width: 64, height: 64 }
const sheet = (value: number) => Buffer.alloc(64 * 64 * 3, value)
const texture = (red: number, green: number) =>
  Buffer.from(Array.from({ length: 64 * 64 }, () => [red, green, 0]).flat())
const mean = (pixels: Buffer) => pixels.reduce((sum, value) => sum + value, 0) / pixels.length

it('leaves ink alone where there is none', () => {
  const colour = sheet(120)
  applyGrain(colour, texture(0, 0), size)
  expect(colour).toEqual(sheet(120))
})

it('darkens with shade, lightens with light, more where there is more of it', () => {
  const laid = ([red, green]: [number, number]) => {
    const colour = sheet(120)
    applyGrain(colour, texture(red, green), size)
    return mean(colour)
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
  applyGrain(one, texture(128, 0), size)
  applyGrain(other, texture(128, 0), size)
  expect(one).toEqual(other)
})
