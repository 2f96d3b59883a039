/** A lit town across the water. */
import type { Canvas } from '../../canvas/canvas.ts'
import { light, n, shade } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { arch, rectangle } from '../../canvas/shapes.ts'
import { walker } from '../../objects/people.ts'
import { ripples, rowboat } from '../../objects/vehicles.ts'
import { drawSky } from '../../scenery/land.ts'
import { skyline } from '../../scenery/skyline.ts'

export function night(c: Canvas): void {
  const { palette, random, scene } = c
  const y = scene.horizon + 60
  drawSky(c)
  skyline(c, y - 60)
  const water = blend(palette.mid, palette.glow, 0.55)
  c.fill(rectangle(-20, y + 50, 1240, 400), water, shade('bottom', 0.55))
  for (let i = 0; i < 16; i++)
    c.at({ x: random.between(0, 1200), y: y + 56 }, () =>
      ripples(
        c,
        random.between(20, 70),
        random.pick([palette.sun, palette.accent, blend(palette.sun, water, 0.5)]),
        random.int(3, 7),
      ),
    )
  c.at({ x: scene.sun.x, y: y + 60 }, () => ripples(c, 190, palette.sun, 8))
  if (random.chance(0.6)) bridge(c, y + 30, palette.near)
  else quay(c)
}

/** A boat, street lamps and a passer-by. */
function quay(c: Canvas): void {
  const { palette, random } = c
  c.at({ x: random.between(300, 900), y: 690 }, () => rowboat(c, 230, palette.near))
  c.fill(rectangle(-20, 728, 1240, 110), palette.near, light('top', 0.2))
  for (const x of [120, 430, 770, 1080]) streetLamp(c, x, 736)
  c.at({ x: random.between(520, 700), y: 744 }, () => walker(c, 170, palette.near, palette.near, false))
}

function streetLamp(c: Canvas, x: number, y: number): void {
  c.line(`M${x} ${y}v-190`, c.palette.near, 9)
  c.circle(x, y - 206, 36, blend(c.palette.glow, c.palette.sun, 0.35))
  c.circle(x, y - 206, 20, c.palette.sun, light('rim', 0.4))
}

/** A bridge in three arches with people and lamps on it. */
function bridge(c: Canvas, y: number, colour: string): void {
  const top = y + 70
  c.fillWithHoles(
    `M-40 ${n(top + 30)}Q600 ${n(top - 70)} 1240 ${n(top + 30)}V840H-40Z${arch(40, 842, 320, 190)}${arch(430, 842, 340, 220)}${arch(840, 842, 320, 190)}`,
    colour,
    light('top', 0.25),
  )
  c.line(`M-40 ${n(top + 26)}Q600 ${n(top - 74)} 1240 ${n(top + 26)}`, blend(colour, c.palette.sun, 0.5), 6)
  for (const x of [240, 480, 720, 960]) {
    const at = top - 16 + ((x - 600) / 600) ** 2 * 46
    c.line(`M${x} ${n(at)}v-90`, colour, 7)
    c.circle(x, at - 100, 15, c.palette.sun, light('rim', 0.4))
  }
  c.at({ x: c.random.between(560, 660), y: top - 16 }, () => walker(c, 78, colour, colour, false))
}
