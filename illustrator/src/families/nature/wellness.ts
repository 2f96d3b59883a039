/** Still water, stones and mist. */
import type { Canvas } from '../../canvas/canvas.ts'
import { light, n, shade } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { ellipse, ground } from '../../canvas/shapes.ts'
import { branch, reeds, row } from '../../objects/plants.ts'
import { drawHills, rolling } from '../../scenery/land.ts'
import { farView, isWatery, spread } from '../../scenery/view.ts'

export function wellness(c: Canvas): void {
  const { palette, random, scene } = c
  farView(c)
  if (!isWatery(c)) {
    drawHills(c, scene.horizon + 40, 20, palette.mid, 2)
    row(c, spread(c, 7, scene.horizon + 44, 10), 120, blend(palette.mid, palette.near, 0.45))
  }
  const y = scene.horizon + 70
  const pool = blend(palette.far, palette.glow, 0.35)
  c.fill(
    `M-20 ${y + 30}C200 ${y - 30} 460 ${y + 20} 640 ${y - 4}S1000 ${y - 20} 1220 ${y + 30}V830H-20Z`,
    pool,
    shade('bottom', 0.42),
  )
  const at = random.between(400, 800)
  for (let i = 3; i > 0; i--) c.line(ellipse(at, 650, i * 92, i * 23), blend(pool, palette.paper, 0.55 - i * 0.1), 5)
  for (let i = 0; i < 4; i++) mist(c, random.between(100, 1100), y - 24 + i * 26, blend(pool, palette.paper, 0.5))
  for (let i = 0; i < 7; i++) lily(c, random.between(60, 1140), random.between(y + 90, 720), random.between(34, 60))
  const side = random.chance(0.5)
  c.at({ x: side ? 170 : 1030, y: 768 }, () =>
    stones(c, 270, [
      palette.near,
      blend(palette.near, palette.mid, 0.5),
      blend(palette.mid, palette.paper, 0.25),
      palette.accent,
    ]),
  )
  c.fill(ground(rolling(c, 772, 10, 2)), palette.near, light('top', 0.2))
  c.at({ x: side ? 900 : -20, y: 800 }, () => reeds(c, 16, 320, 300, palette.near))
  if (random.chance(0.6)) c.at({ x: side ? 1230 : -30, y: -10, flip: side }, () => branch(c, palette.near, 13))
}

/** A streak of steam over warm water. */
function mist({ line, random }: Canvas, x: number, y: number, colour: string): void {
  const length = random.between(160, 330)
  line(
    `M${n(x - length / 2)} ${n(y)}c${n(length * 0.25)} -16 ${n(length * 0.3)} 14 ${n(length * 0.52)} 0s${n(length * 0.3)} -12 ${n(length * 0.48)} 0`,
    colour,
    random.between(9, 16),
  )
}

function lily(c: Canvas, x: number, y: number, size: number): void {
  const { palette, random, fill } = c
  fill(ellipse(x, y, size, size * 0.32), blend(palette.mid, palette.near, 0.25), light('left', 0.3))
  if (!random.chance(0.5)) return
  for (const turn of [-0.8, -0.4, 0, 0.4, 0.8])
    fill(
      `M${n(x)} ${n(y - 2)}Q${n(x + turn * size * 0.9 - 9)} ${n(y - size * 0.5)} ${n(x + turn * size * 0.7)} ${n(y - size * (0.72 - Math.abs(turn) * 0.2))}Q${n(x + turn * size * 0.6 + 9)} ${n(y - size * 0.4)} ${n(x)} ${n(y - 2)}Z`,
      turn === 0 ? palette.paper : palette.accent,
      shade('bottom', 0.35),
    )
}

function stones({ fill, random }: Canvas, width: number, palette: readonly string[]): void {
  let [y, half] = [0, width / 2]
  for (let i = 0; i < 4; i++) {
    const height = half * random.between(0.3, 0.42)
    y -= height
    fill(
      ellipse(random.between(-6, 6), y, half, height * 1.08),
      palette[i % palette.length] as string,
      shade('bottom', 0.5),
    )
    y -= height * 0.9
    half *= random.between(0.66, 0.78)
  }
}
