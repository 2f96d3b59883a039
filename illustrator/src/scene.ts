/** What is decided before anything is drawn: hour, weather, place, palette and position of the sun. */
import {
  dawnPalettes,
  duskPalettes,
  goldenPalettes,
  nightPalettes,
  noonPalettes,
  type Palette,
} from './canvas/palette.ts'
import { createRandom, hashOf, type Random } from './canvas/random.ts'
import type { Category, Motif } from './motif.ts'

export type Hour = 'dawn' | 'noon' | 'golden' | 'dusk' | 'night'
export type Climate = 'north' | 'south' | 'tropic' | 'arid'
/** The style of houses there. */
export type Houses = 'gables' | 'tiles' | 'domes' | 'pagodas' | 'towers'
export type Setting = 'coast' | 'river' | 'mountain' | 'forest' | 'desert' | 'hills' | 'town'

export interface Scene {
  category: Category
  seed: number
  hour: Hour
  climate: Climate
  houses: Houses
  setting: Setting
  palette: Palette
  sky: 'bands' | 'halo' | 'waves' | 'plain'
  clouds: 'none' | 'strips' | 'pillows'
  /** The y of the horizon; the sun is above or on it. */
  horizon: number
  sun: { x: number; y: number; radius: number }
  mirrored: boolean
  words: string[]
}

const hoursOf: Record<Category, Hour[]> = {
  tasting: ['golden', 'golden', 'noon', 'dusk'],
  tour: ['noon', 'golden', 'dawn', 'dusk'],
  class: ['noon', 'dawn', 'golden'],
  walk: ['dawn', 'noon', 'golden', 'dusk'],
  water: ['dawn', 'noon', 'golden', 'dusk', 'noon'],
  craft: ['noon', 'golden', 'dawn'],
  cooking: ['noon', 'golden', 'dusk', 'dawn'],
  market: ['dawn', 'noon', 'golden', 'noon'],
  music: ['dusk', 'night', 'golden'],
  dance: ['golden', 'dusk', 'night'],
  night: ['night', 'night', 'dusk'],
  hike: ['dawn', 'noon', 'golden', 'dusk'],
  cycling: ['noon', 'golden', 'dawn'],
  wildlife: ['dawn', 'golden', 'dusk', 'noon'],
  stars: ['night'],
  history: ['noon', 'golden', 'dusk', 'dawn'],
  architecture: ['noon', 'golden', 'dawn', 'dusk'],
  photography: ['golden', 'dawn', 'dusk'],
  wellness: ['dawn', 'dusk', 'noon'],
  trip: ['noon', 'dawn', 'golden', 'dusk'],
}

const noonOf: Record<Climate, Palette[]> = {
  north: [noonPalettes.nordic, noonPalettes.fjord, noonPalettes.olive],
  south: [noonPalettes.cycladic, noonPalettes.terracotta, noonPalettes.olive, noonPalettes.fjord],
  tropic: [noonPalettes.lagoon, noonPalettes.palm, noonPalettes.terracotta],
  arid: [noonPalettes.dune, noonPalettes.terracotta, noonPalettes.cycladic],
}

/** Palettes in which water would look like a meadow. */
const dry: Palette[] = [
  noonPalettes.olive,
  noonPalettes.dune,
  noonPalettes.terracotta,
  dawnPalettes.fern,
  dawnPalettes.peach,
  goldenPalettes.ochre,
]

function palettesOf(hour: Hour, climate: Climate, isWatery: boolean): Palette[] {
  const all = {
    dawn: dawnPalettes,
    noon: noonOf[climate],
    golden: goldenPalettes,
    dusk: duskPalettes,
    night: nightPalettes,
  }[hour]
  return Object.values<Palette>(all).filter((palette) => !isWatery || !dry.includes(palette))
}

const ARID = 'AE BH DZ EG IL IQ IR JO KW LY MA NA OM QA SA TN UZ'
const EAST = 'CN JP KR TW VN TH MM LA KH NP BT HK MO'
const DOMES = `${ARID} TR PK IN BD LK AZ TM`
const NEW_WORLD = 'US CA AU NZ SG BR'

const within = (countries: string, country: string) => countries.split(' ').includes(country)

function climateOf({ country, latitude }: Motif): Climate {
  if (within(ARID, country)) return 'arid'
  const away = Math.abs(latitude)
  return away > 47 ? 'north' : away > 24 ? 'south' : 'tropic'
}

function housesOf({ country, latitude }: Motif): Houses {
  if (within(EAST, country)) return 'pagodas'
  if (within(DOMES, country)) return 'domes'
  if (within(NEW_WORLD, country)) return 'towers'
  return latitude > 47 ? 'gables' : 'tiles'
}

function hourOf({ words, category }: Motif, random: Random): Hour {
  const drawn = random.pick(hoursOf[category])
  if (category === 'stars' || category === 'night') return drawn
  if (words.includes('night')) return 'night'
  if (words.includes('dusk')) return 'dusk'
  return words.includes('dawn') ? 'dawn' : drawn
}

function settingOf({ words }: Motif, random: Random): Setting {
  const named = (['coast', 'river', 'mountain', 'forest', 'desert'] as const).filter((word) => words.includes(word))
  return named.length > 0 ? random.pick(named) : random.pick(['hills', 'town', 'hills', 'coast', 'mountain'] as const)
}

const sunHeights: Record<Hour, [number, number]> = {
  dawn: [0, 90],
  noon: [170, 280],
  golden: [40, 150],
  dusk: [-20, 70],
  night: [180, 300],
}

/** Pure: the same motif has the same scene as long as `DRAWING` stays. */
export function toScene(motif: Motif): Scene {
  const seed = hashOf(motif.experienceId)
  const random = createRandom(seed)
  const [hour, climate] = [hourOf(motif, random), climateOf(motif)]
  const setting = settingOf(motif, random)
  const isWatery = ['coast', 'river'].includes(setting) || ['water', 'wildlife', 'wellness'].includes(motif.category)
  const horizon = random.int(410, 520)
  const [low, high] = sunHeights[hour]
  return {
    category: motif.category,
    seed,
    hour,
    climate,
    houses: housesOf(motif),
    setting,
    palette: random.pick(palettesOf(hour, climate, isWatery)),
    sky: random.pick(['bands', 'halo', 'waves', 'plain'] as const),
    clouds: hour === 'night' ? 'none' : random.pick(['none', 'strips', 'strips', 'pillows'] as const),
    horizon,
    sun: {
      x: random.int(260, 940),
      y: horizon - random.int(low, high),
      radius: random.int(62, hour === 'noon' ? 84 : 112),
    },
    mirrored: random.chance(0.5),
    words: motif.words,
  }
}
