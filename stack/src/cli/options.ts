import { parseArgs } from 'node:util'
import { PlainError } from '../../plain-error.mjs'
import type { Scale } from '../topology/instances.ts'
import type { StackOptions } from '../topology/start-stack.ts'

const OF_A_STACK = 'Options: --name of a running stack, main when left out.'
const USAGE =
  'Options: --port N, --fresh, --seed-size small or large, --scale search=2,bff-search=2, --name of a stack beside this one, --origin https://… of what stands before it.'

/** What `npm start` and `npm run dev` understand. */
export function readOptions(
  args: string[],
): Pick<StackOptions, 'port' | 'fresh' | 'scale' | 'name' | 'origin' | 'seedSize'> {
  const { port, fresh, scale, name, origin, 'seed-size': seedSize } = parse(args)
  if (seedSize !== 'small' && seedSize !== 'large')
    throw new PlainError(`--seed-size ${seedSize}: the market is small or large. ${USAGE}`)
  return {
    fresh,
    name: readName(name),
    seedSize,
    scale: readScale(scale),
    ...(port && { port: readNumber('--port', port, 65_535) }),
    ...(origin && { origin: readOrigin(origin) }),
  }
}

/** What `npm run audit` and `npm run release` understand: a running stack, and so many words beside. */
export function readTarget(args: string[], { most } = { most: 0 }): { name: string; words: string[] } {
  const options = { name: { type: 'string', default: 'main' } } as const
  const { values, positionals: words } = orSay(OF_A_STACK, () => parseArgs({ args, allowPositionals: true, options }))
  if (words.length > most) throw new PlainError(`${words[most]}: one word too many. ${OF_A_STACK}`)
  return { name: readName(values.name), words }
}

function readName(name: string) {
  if (/^[a-z][a-z0-9-]{0,30}$/.test(name)) return name
  throw new PlainError(`--name ${name} is not a word of small letters, digits and dashes.`)
}

function parse(args: string[]) {
  const options = {
    port: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    scale: { type: 'string', default: '' },
    name: { type: 'string', default: 'main' },
    origin: { type: 'string' },
    'seed-size': { type: 'string', default: 'small' },
  } as const
  return orSay(USAGE, () => parseArgs({ args, options }).values)
}

function orSay<Read>(usage: string, read: () => Read): Read {
  try {
    return read()
  } catch (error) {
    throw new PlainError(`${(error as Error).message.split('.')[0]}. ${usage}`)
  }
}

function readOrigin(text: string) {
  if (URL.canParse(text) && new URL(text).origin === text) return text
  throw new PlainError(`--origin ${text} is not like https://fernweh.example. ${USAGE}`)
}

function readScale(text: string): Scale {
  const pairs = text.split(',').filter(Boolean)
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', count = ''] = pair.split('=')
      return [name, readNumber(`--scale ${name}`, count, 50)]
    }),
  )
}

function readNumber(what: string, text: string, most: number) {
  const number = Number(text)
  if (Number.isInteger(number) && number > 0 && number <= most) return number
  throw new PlainError(`${what} ${text} is not a whole number from 1 to ${most}. ${USAGE}`)
}
