/** A table with a view. */
import type { Canvas } from '../../canvas/canvas.ts'
import { n, shade } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { cheese, fruitBowl, grapes, vessel } from '../../objects/kitchenware.ts'
import { beerGlass, bottle, teapot, wineGlass } from '../../objects/tableware.ts'
import { along, hotCup, type Things, table } from '../../scenery/table.ts'
import { farView, furrows, midLand } from '../../scenery/view.ts'

/** The drinks are those the host names; without any there are a jug, bread and fruit. */
export function tasting(c: Canvas): void {
  const { palette, random, scene } = c
  const isWine = scene.words.includes('vineyard')
  farView(c)
  if (isWine) furrows(c, scene.horizon + 30, palette.mid, blend(palette.mid, palette.near, 0.5))
  else midLand(c, scene.horizon + 60)
  const y = 676
  table(c, y, palette.near)
  runner(c, y)
  const food: Things = [
    [250, () => fruitBowl(c, 230, blend(palette.mid, palette.paper, 0.15))],
    [220, () => cheese(c, 200, blend(palette.sun, palette.paper, 0.4), blend(palette.sun, palette.accent, 0.4))],
    [150, () => grapes(c, 120, isWine ? blend(palette.accent, palette.near, 0.45) : palette.accent)],
  ]
  const [first, second] = random.shuffle(food)
  const beside = [first, second] as Things
  const things = random.chance(0.5) ? [...drinksOf(c), ...beside] : [...beside, ...drinksOf(c)]
  const total = things.reduce((sum, [width]) => sum + width, 0)
  const scale = Math.min(1.24, 1120 / total)
  c.at({ x: (1200 - total * scale) / 2 + random.between(-30, 30), y: y + 44, scale }, () => along(c, 0, 0, things))
}

function drinksOf(c: Canvas): Things {
  const { palette, random, scene } = c
  const dark = blend(palette.near, palette.mid, 0.35)
  const glass = blend(palette.paper, palette.glow, 0.3)
  const hasAny = (...words: string[]) => words.some((word) => scene.words.includes(word))
  if (hasAny('beer'))
    return [
      [210, () => beerGlass(c, 290, palette.sun)],
      [210, () => beerGlass(c, 250, blend(palette.sun, palette.accent, 0.4))],
      [210, () => beerGlass(c, 270, blend(palette.accent, palette.near, 0.35))],
    ]
  if (hasAny('tea', 'coffee'))
    return [
      [370, () => teapot(c, 300, palette.accent, dark)],
      [200, () => hotCup(c, 150)],
      [200, () => hotCup(c, 130)],
    ]
  if (hasAny('vineyard'))
    return [
      [170, () => bottle(c, 430, dark)],
      [150, () => wineGlass(c, 300, glass, palette.accent)],
      [150, () => wineGlass(c, 270, glass, palette.accent)],
    ]
  return [
    [210, () => vessel(c, random.between(300, 360), palette.paper, palette.accent)],
    [250, () => bread(c, 230)],
    [170, () => vessel(c, 150, palette.accent, palette.paper)],
  ]
}

function bread({ fill, line, palette }: Canvas, width: number): void {
  const crust = blend(palette.sun, palette.near, 0.3)
  fill(
    `M${n(-width / 2)} 0C${n(-width * 0.6)} ${n(-width * 0.3)} ${n(-width * 0.3)} ${n(-width * 0.5)} 0 ${n(-width * 0.5)}S${n(width * 0.6)} ${n(-width * 0.3)} ${n(width / 2)} 0Z`,
    crust,
    shade('right', 0.45),
  )
  for (const x of [-0.24, -0.02, 0.2])
    line(
      `M${n(x * width)} ${n(-width * 0.16)}q${n(width * 0.02)} ${n(-width * 0.14)} ${n(width * 0.12)} ${n(-width * 0.2)}`,
      blend(palette.sun, palette.paper, 0.65),
      width * 0.045,
    )
}

function runner(c: Canvas, y: number): void {
  const { accent, paper } = c.palette
  c.fill(`M330 ${y + 12}H870L960 830H240Z`, accent, shade('bottom', 0.45))
  for (let i = 1; i < 7; i++)
    c.line(`M${n(330 + i * 77)} ${y + 14}L${n(240 + i * 103)} 830`, blend(accent, paper, 0.35), 7)
}
