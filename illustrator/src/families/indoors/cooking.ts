/** A kitchen with a view. */
import type { Canvas } from '../../canvas/canvas.ts'
import { light, n, shade } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { arch, ellipse, rectangle } from '../../canvas/shapes.ts'
import { fruitBowl, ladle, pan, pot, vessel } from '../../objects/kitchenware.ts'
import { bottle, steam, teapot } from '../../objects/tableware.ts'
import { along, table } from '../../scenery/table.ts'
import { farView, midLand, wallWith } from '../../scenery/view.ts'

export function cooking(c: Canvas): void {
  const { palette, random, scene } = c
  farView(c)
  midLand(c, scene.horizon + 50)
  const wall = random.pick([
    blend(palette.mid, palette.near, 0.12),
    blend(palette.far, palette.glow, 0.35),
    blend(palette.sun, palette.paper, 0.45),
  ])
  const [x, width] = [random.between(330, 480), 400]
  const pane = random.chance(0.5) ? arch(x, 560, width, 460) : rectangle(x, 130, width, 430)
  wallWith(c, pane, wall)
  c.line(`M${n(x + width / 2)} 110V560M${n(x)} 350H${n(x + width)}`, wall, 12)
  tiles(c, wall)
  c.fill(rectangle(x - 24, 556, width + 48, 18), palette.paper, shade('bottom', 0.3))
  c.line('M-20 84H1220', palette.near, 10)
  const hanging = [
    () => pan(c, random.between(110, 140), palette.near, blend(palette.near, palette.mid, 0.5)),
    () => ladle(c, random.between(100, 135), palette.near),
    () => herbs(c, 150, blend(palette.mid, palette.near, 0.35)),
    () => braid(c, 30, random.pick([palette.paper, palette.accent])),
  ]
  for (const at of [90, 215, 330, x + width + 95, x + width + 205, x + width + 320].filter(
    (at) => at < x - 40 || at > x + width + 40,
  ))
    c.at({ x: at, y: 84 }, random.pick(hanging))
  table(c, 660, palette.near)
  c.at({ x: x + width / 2 + random.between(-60, 60), y: 676 }, () => {
    c.at({ x: 0, y: -250 }, () => steam(c, palette.paper, 270, 3))
    pot(c, random.between(270, 330), palette.accent)
  })
  const counter: [number, () => void][] = [
    [250, () => fruitBowl(c, 240, blend(palette.mid, palette.paper, 0.2))],
    [120, () => bottle(c, random.between(230, 280), blend(palette.mid, palette.near, 0.3))],
    [150, () => vessel(c, random.between(140, 190), palette.paper, palette.accent)],
    [160, () => vessel(c, random.between(110, 160), palette.near, palette.sun)],
    [200, () => teapot(c, 170, palette.sun, palette.near)],
  ]
  const [first, ...others] = random.shuffle(counter)
  if (first) along(c, random.between(40, 120), 696, [first])
  along(c, random.between(800, 850), 696, others.slice(0, 2))
}

function herbs({ line, fill, random }: Canvas, height: number, colour: string): void {
  for (let i = -2; i <= 2; i++) {
    line(`M0 20Q${n(i * 9)} ${n(height * 0.5)} ${n(i * 17)} ${n(height * 0.8)}`, colour, 4)
    for (let leaf = 0; leaf < 4; leaf++)
      fill(
        ellipse(i * (7 + leaf * 4) + random.between(-5, 5), height * (0.4 + leaf * 0.17), 13, 9),
        colour,
        light('left', 0.3),
      )
  }
  line('M-9 34H9M0 0V24', colour, 5)
}

/** A braid of garlic, onions or chillies. */
function braid({ line, circle }: Canvas, size: number, colour: string): void {
  line(`M0 0V${size * 6}`, colour, 4)
  for (let i = 0; i < 5; i++)
    for (const side of [-1, 1])
      circle(side * size * 0.5, size * (1.4 + i * 1.05), size * (0.72 - i * 0.04), colour, shade('right', 0.4))
}

/** A band of tiles behind the counter. */
function tiles(c: Canvas, wall: string): void {
  const [one, other] = [blend(wall, c.palette.paper, 0.3), blend(wall, c.palette.accent, 0.35)]
  for (let column = 0; column < 20; column++) {
    const x = column * 62 - 10
    c.fill(rectangle(x, 598, 56, 56), one, shade('bottom', 0.2))
    c.fill(`M${n(x + 28)} 606l20 20l-20 20l-20 -20Z`, other)
  }
}
