import { type Canvas, createCanvas } from '../src/canvas/canvas.ts'
import { createRandom } from '../src/canvas/random.ts'
import type { Category } from '../src/motif.ts'
import { type Scene, toScene } from '../src/scene.ts'
import { type Shape, shapesOf } from './inspect-layer.ts'

/** A scene whose seed and other parts a test chooses. */
export function sceneOf(category: Category, { seed = 7, ...changes }: Partial<Scene> = {}): Scene {
  const motif = { experienceId: `${category}-${seed}`, category, country: 'PT', latitude: 39, longitude: -9, words: [] }
  return { ...toScene(motif), seed, mirrored: false, ...changes }
}

/** The shapes that a function draws on an empty canvas. */
export function shapesDrawnBy(drawing: (c: Canvas) => void, scene = sceneOf('walk'), seed?: number): Shape[] {
  const canvas = createCanvas(scene)
  if (seed !== undefined) canvas.random = createRandom(seed)
  drawing(canvas)
  return shapesOf(canvas.layers().colours)
}
