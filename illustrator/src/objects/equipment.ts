/** Easels, tripods, cameras and telescopes, standing at the origin. */
import type { Canvas } from '../canvas/canvas.ts'
import { light, n, shade } from '../canvas/layers.ts'
import { rectangle } from '../canvas/shapes.ts'

export function easel({ fill, line }: Canvas, height: number, colour: string, canvas: string, paint: () => void): void {
  line(
    `M0 ${n(-height)}L${n(-height * 0.28)} 0M0 ${n(-height)}L${n(height * 0.28)} 0M0 ${n(-height)}V${n(-height * 0.1)}`,
    colour,
    height * 0.026,
  )
  const [w, h] = [height * 0.5, height * 0.4]
  fill(rectangle(-w / 2, -height * 0.9, w, h), canvas, shade('bottom', 0.2))
  paint()
  fill(rectangle(-w * 0.6, -height * 0.9 + h, w * 1.2, height * 0.03), colour)
}

export function tripod({ line, fill, circle }: Canvas, height: number, colour: string): void {
  line(
    `M0 ${n(-height * 0.62)}L${n(-height * 0.26)} 0M0 ${n(-height * 0.62)}L${n(height * 0.26)} 0M0 ${n(-height * 0.62)}L${n(height * 0.04)} 0`,
    colour,
    height * 0.026,
  )
  circle(0, -height * 0.62, height * 0.035, colour)
  fill(rectangle(-height * 0.025, -height * 0.7, height * 0.05, height * 0.1), colour)
}

/** A camera from behind, with a view on its screen. */
export function camera(c: Canvas, height: number, colour: string, glass: string): void {
  tripod(c, height, colour)
  c.fill(
    `M${n(-height * 0.2)} ${n(-height * 0.94)}h${n(height * 0.1)}l${n(height * 0.03)} ${n(-height * 0.05)}h${n(height * 0.14)}l${n(height * 0.03)} ${n(height * 0.05)}h${n(height * 0.1)}v${n(height * 0.24)}h${n(-height * 0.4)}Z`,
    colour,
    light('left', 0.25),
  )
  const [x, y, width, tall] = [-height * 0.15, -height * 0.91, height * 0.3, height * 0.18]
  c.fill(rectangle(x, y, width, tall), c.palette.glow)
  c.clip(rectangle(x, y, width, tall), () => {
    c.circle(0, y + tall * 0.6, tall * 0.3, glass)
    c.fill(rectangle(x, y + tall * 0.62, width, tall), c.palette.mid)
  })
}

export function telescope(c: Canvas, height: number, colour: string, rim: string): void {
  tripod(c, height, colour)
  c.at({ x: 0, y: -height * 0.7, turn: -38 }, () => {
    c.fill(rectangle(-height * 0.26, -height * 0.05, height * 0.3, height * 0.1), colour)
    c.fill(rectangle(height * 0.02, -height * 0.075, height * 0.36, height * 0.15), colour, light('top', 0.35))
    c.fill(rectangle(height * 0.36, -height * 0.088, height * 0.04, height * 0.176), rim)
    c.fill(rectangle(-height * 0.3, -height * 0.03, height * 0.05, height * 0.06), rim)
  })
}
