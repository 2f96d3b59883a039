import type { Canvas } from '../canvas/canvas.ts'
import { n, shade } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'
import { arch, polygon, rectangle } from '../canvas/shapes.ts'
import { branch, pottedPlant } from '../objects/plants.ts'

/** A sunlit wall; `leaning` draws what leans on it. */
export function sunnyWall(c: Canvas, leaning: () => void): void {
  const { palette, random } = c
  const wall = random.pick([
    blend(palette.accent, palette.glow, 0.45),
    blend(palette.sun, palette.paper, 0.35),
    blend(palette.far, palette.paper, 0.35),
    blend(palette.mid, palette.paper, 0.3),
  ])
  c.fill(rectangle(-20, -20, 1240, 840), wall, shade('right', 0.4))
  c.fill(
    polygon([
      [-20, -20],
      [random.between(420, 620), -20],
      [-20, random.between(420, 600)],
    ]),
    blend(wall, palette.near, 0.22),
    shade('left', 0.3),
  )
  c.fill(rectangle(-20, 690, 1240, 140), blend(wall, palette.near, 0.42), shade('bottom', 0.5))
  for (let x = 40; x < 1200; x += random.between(150, 230))
    c.line(`M${n(x)} ${n(random.between(720, 800))}h${n(random.between(50, 110))}`, blend(wall, palette.near, 0.55), 4)
  const shutter = random.pick([palette.near, palette.mid, blend(palette.mid, palette.near, 0.5)])
  c.fill(arch(140, 692, 220, 470), blend(wall, palette.paper, 0.5))
  c.fill(arch(160, 692, 180, 448), shutter, shade('right', 0.4))
  c.line('M250 260V690', blend(shutter, palette.paper, 0.25), 4)
  c.circle(268, 490, 8, palette.sun)
  for (const x of [560, 880]) shutteredWindow(c, x, shutter)
  c.at({ x: 440, y: 696 }, () => pottedPlant(c, blend(palette.mid, palette.near, 0.4), palette.accent, 170))
  leaning()
  if (random.chance(0.6)) c.at({ x: 1235, y: -16, flip: true }, () => branch(c, palette.near, 13))
}

function shutteredWindow(c: Canvas, x: number, shutter: string): void {
  const { palette, random, line, fill } = c
  const sky = blend(palette.sky, palette.near, 0.25)
  fill(rectangle(x, 170, 130, 200), sky, shade('top', 0.4))
  line(`M${x + 65} 170V370M${x} 256H${x + 130}`, palette.paper, 6)
  for (const side of [x - 66, x + 130]) {
    fill(rectangle(side, 164, 66, 212), shutter, shade('bottom', 0.4))
    for (let y = 190; y < 360; y += 22) line(`M${side + 12} ${y}h42`, blend(shutter, palette.paper, 0.25), 4)
  }
  fill(rectangle(x - 14, 370, 158, 40), palette.accent, shade('bottom', 0.4))
  for (let i = 0; i < 9; i++)
    c.circle(
      x - 4 + i * 18,
      364 - random.between(0, 16),
      random.between(10, 16),
      random.pick([
        palette.paper,
        palette.sun,
        blend(palette.mid, palette.near, 0.3),
        blend(palette.mid, palette.near, 0.3),
      ]),
    )
}
