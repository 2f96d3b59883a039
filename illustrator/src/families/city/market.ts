/** Market stalls with crates of fruit. */
import type { Canvas } from '../../canvas/canvas.ts'
import { light, n, shade } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { polygon, rectangle } from '../../canvas/shapes.ts'
import { drawHorizon, drawSky } from '../../scenery/land.ts'
import { skyline } from '../../scenery/skyline.ts'

export function market(c: Canvas): void {
  const { palette, random } = c
  drawSky(c)
  drawHorizon(c)
  skyline(c, c.scene.horizon + 10)
  c.fill(rectangle(-20, 560, 1240, 280), blend(palette.near, palette.mid, 0.25), shade('bottom', 0.5))
  const stalls = random.int(2, 3)
  const width = 1260 / stalls
  for (let i = 0; i < stalls; i++) {
    const colours = [
      [palette.accent, palette.paper],
      [palette.sun, palette.paper],
      [palette.mid, palette.paper],
      [palette.accent, palette.sun],
    ] as const
    stall(c, -30 + i * width + 14, width - 28, random.between(355, 420), random.pick(colours))
  }
}

function stall(c: Canvas, x: number, width: number, y: number, [one, other]: readonly [string, string]): void {
  const { palette, random } = c
  const [counter, height] = [650, 118]
  c.fill(rectangle(x + 20, y + 40, width - 40, counter - y), blend(palette.near, palette.mid, 0.1), shade('top', 0.5))
  for (let i = 0; i < 4; i++) c.at({ x: x + width * (0.2 + i * 0.2), y: y + height + 66 }, () => hanging(c))
  c.line(`M${n(x + 22)} ${n(y)}V820M${n(x + width - 22)} ${n(y)}V820`, palette.near, 13)
  const stripes = 9
  const [top, foot] = [(width - 70) / stripes, width / stripes]
  for (let i = 0; i < stripes; i++) {
    const colour = i % 2 ? other : one
    const [a, b] = [x + 35 + top * i, x + foot * i]
    c.fill(
      `M${n(a)} ${n(y)}H${n(a + top)}L${n(b + foot)} ${n(y + height)}a${n(foot / 2)} ${n(foot * 0.42)} 0 0 1 ${n(-foot)} 0Z`,
      colour,
      shade('bottom', 0.4),
    )
  }
  c.fill(rectangle(x + 30, y - 12, width - 60, 16), palette.near)
  c.fill(rectangle(x, counter, width, 200), blend(palette.near, palette.accent, 0.18), shade('bottom', 0.5))
  const crates = Math.max(2, Math.round(width / 170))
  for (let i = 0; i < crates; i++) {
    const [left, w] = [x + 16 + (i * (width - 32)) / crates, (width - 32) / crates - 14]
    const fruit = random.pick([
      palette.accent,
      palette.sun,
      blend(palette.mid, palette.glow, 0.35),
      blend(palette.accent, palette.sun, 0.5),
      palette.paper,
    ])
    for (let at = 0; at < 3; at++)
      for (let column = 0; column < 5 - at; column++)
        c.circle(
          left + w * 0.12 + (w / 5.4) * (column + at * 0.5),
          counter + 8 - at * (w / 7.4),
          w / 9.6,
          fruit,
          shade('right', 0.45),
        )
    c.fill(
      polygon([
        [left, counter + 4],
        [left + w, counter + 4],
        [left + w - 10, counter + 76],
        [left + 10, counter + 76],
      ]),
      blend(palette.mid, palette.paper, 0.25),
      shade('bottom', 0.4),
    )
    c.line(`M${n(left + 4)} ${n(counter + 40)}H${n(left + w - 4)}`, blend(palette.mid, palette.near, 0.3), 4)
  }
}

/** A lamp under the awning. */
function hanging({ fill, circle, line, palette, random }: Canvas): void {
  line('M0 -70V-12', blend(palette.near, palette.paper, 0.35), 3)
  circle(0, 14, 10, palette.sun, light('rim', 0.3))
  fill('M-9 -14H9L27 14H-27Z', random.pick([palette.accent, palette.paper, palette.sun]), shade('right', 0.45))
}
