/** What every drawing function gets: the layers, the palette, random numbers and the scene. */

import type { Scene } from '../scene.ts'
import { createSvgLayers, type SvgLayers } from './layers.ts'
import type { Palette } from './palette.ts'
import { createRandom, type Random } from './random.ts'

export interface Canvas extends SvgLayers {
  scene: Scene
  palette: Palette
  random: Random
}

export function createCanvas(scene: Scene): Canvas {
  return { ...createSvgLayers(), scene, palette: scene.palette, random: createRandom(scene.seed ^ 0x5eed) }
}
