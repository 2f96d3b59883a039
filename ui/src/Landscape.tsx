import { type Palette, palettes, type Scene, toCoast, toRandom, toRidge, toTown } from './landscape-shapes.ts'

const outlines = { ridge: toRidge, hills: toCoast, water: toCoast, town: toTown } satisfies Record<Scene, unknown>

export interface LandscapeProps {
  /** The same seed always gives the same picture. */
  seed: string
  scene: Scene
}

/** A printed landscape in flat layers: sky, sun, horizon, far line, near line. Decoration, so it says nothing aloud. */
export function Landscape({ seed, scene }: LandscapeProps) {
  const random = toRandom(seed)
  const palette = palettes[Math.floor(random() * palettes.length)] as Palette
  const [sky, haze, sun, far, middle, near] = palette
  const horizon = 108 + Math.floor(random() * 24)
  const x = 48 + Math.floor(random() * 224)
  const outline = outlines[scene]
  return (
    <svg viewBox="0 0 320 200" width="320" height="200" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <path fill={sky} d="M0 0h320v200H0z" />
      <path fill={haze} d={`M0 ${horizon - 34}h320v120H0z`} />
      <circle cx={x} cy={horizon - 12 - Math.floor(random() * 36)} r={13 + Math.floor(random() * 10)} fill={sun} />
      <path fill={far} d={toRidge(random, horizon - 4, 26)} />
      <path stroke={sun} strokeWidth="1" d={`M0 ${horizon}.5h320`} />
      {scene === 'water' && <Water x={x} horizon={horizon} water={middle} light={sun} />}
      {scene !== 'water' && <path fill={middle} d={outline(random, horizon + 18, 30)} />}
      <path fill={near} d={outline(random, horizon + 58, 26)} />
    </svg>
  )
}

interface WaterProps {
  x: number
  horizon: number
  water: string
  light: string
}

function Water({ x, horizon, water, light }: WaterProps) {
  const glints = [7, 14, 22, 31, 41].map((down, row) => `M${x - 20 + row * 3} ${horizon + down}h${40 - row * 6}`)
  return (
    <>
      <path fill={water} d={`M0 ${horizon}h320v92H0z`} />
      <path stroke={light} strokeWidth="2" strokeLinecap="round" d={glints.join('')} />
    </>
  )
}
