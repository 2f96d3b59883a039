/** Stalls, and what lies on them. */
import { type Canvas, polygon, rectangle } from '../../canvas/canvas.ts'
import { light, n, shade } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { drawHorizon, drawSky } from '../../scenery/land.ts'
import { skyline } from '../../scenery/streets.ts'

export function market(c: Canvas): void {
  const { inks, random } = c
  drawSky(c)
  drawHorizon(c)
  skyline(c, c.scene.horizon + 10)
  c.fill(rectangle(-20, 560, 1240, 280), blend(inks.near, inks.mid, 0.25), shade('bottom', 0.5))
  const stalls = random.int(2, 3)
  const wide = 1260 / stalls
  for (let i = 0; i < stalls; i++) {
    const colours = [
      [inks.accent, inks.paper],
      [inks.sun, inks.paper],
      [inks.mid, inks.paper],
      [inks.accent, inks.sun],
    ] as const
    stall(c, -30 + i * wide + 14, wide - 28, random.between(355, 420), random.pick(colours))
  }
}

function stall(c: Canvas, x: number, wide: number, y: number, [one, other]: readonly [string, string]): void {
  const { inks, random } = c
  const [counter, high] = [650, 118]
  c.fill(rectangle(x + 20, y + 40, wide - 40, counter - y), blend(inks.near, inks.mid, 0.1), shade('top', 0.5))
  for (let i = 0; i < 4; i++) c.at({ x: x + wide * (0.2 + i * 0.2), y: y + high + 66 }, () => hanging(c))
  c.line(`M${n(x + 22)} ${n(y)}V820M${n(x + wide - 22)} ${n(y)}V820`, inks.near, 13)
  const stripes = 9
  const [top, foot] = [(wide - 70) / stripes, wide / stripes]
  for (let i = 0; i < stripes; i++) {
    const ink = i % 2 ? other : one
    const [a, b] = [x + 35 + top * i, x + foot * i]
    c.fill(
      `M${n(a)} ${n(y)}H${n(a + top)}L${n(b + foot)} ${n(y + high)}a${n(foot / 2)} ${n(foot * 0.42)} 0 0 1 ${n(-foot)} 0Z`,
      ink,
      shade('bottom', 0.4),
    )
  }
  c.fill(rectangle(x + 30, y - 12, wide - 60, 16), inks.near)
  c.fill(rectangle(x, counter, wide, 200), blend(inks.near, inks.accent, 0.18), shade('bottom', 0.5))
  const crates = Math.max(2, Math.round(wide / 170))
  for (let i = 0; i < crates; i++) {
    const [left, w] = [x + 16 + (i * (wide - 32)) / crates, (wide - 32) / crates - 14]
    const fruit = random.pick([
      inks.accent,
      inks.sun,
      blend(inks.mid, inks.glow, 0.35),
      blend(inks.accent, inks.sun, 0.5),
      inks.paper,
    ])
    for (let at = 0; at < 3; at++)
      for (let column = 0; column < 5 - at; column++)
        c.disc(
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
      blend(inks.mid, inks.paper, 0.25),
      shade('bottom', 0.4),
    )
    c.line(`M${n(left + 4)} ${n(counter + 40)}H${n(left + w - 4)}`, blend(inks.mid, inks.near, 0.3), 4)
  }
}

/** A lamp under the awning. */
function hanging({ fill, disc, line, inks, random }: Canvas): void {
  line('M0 -70V-12', blend(inks.near, inks.paper, 0.35), 3)
  disc(0, 14, 10, inks.sun, light('rim', 0.3))
  fill('M-9 -14H9L27 14H-27Z', random.pick([inks.accent, inks.paper, inks.sun]), shade('right', 0.45))
}
