import { publicOriginSchema } from '@fernweh/kit/server/process/config'
import { PlainError } from '../plain-error.ts'
import { checkScale, type Scale } from '../topology/instances.ts'
import type { StackOptions } from '../topology/start-stack.ts'
import { type CommandLine, readCommandLine } from './command-line.ts'

const name = { value: 'NAME', about: 'of a stack beside the one called main' }

const stackOptions = {
  port: { value: 'N', about: 'the public port; left out, the first free one from 4000 on' },
  origin: { value: 'URL', about: 'what people open when something stands before it, https://fernweh.example' },
  fresh: { about: 'empties the stores first' },
  'seed-size': { value: 'SIZE', about: 'small (the default) or large: 100,000 experiences' },
  scale: { value: 'LIST', about: 'instances of processes, search=2,bff-search=2' },
  name,
}

export const startLine = {
  command: 'npm start --',
  about: 'Installs, builds, starts everything, seeds once, and runs until Ctrl-C.',
  options: stackOptions,
} satisfies CommandLine

export const devLine = {
  command: 'npm run dev --',
  about: 'The same from sources; restarts or releases only what changes.',
  options: stackOptions,
} satisfies CommandLine

export const testLine = {
  command: 'npm test --',
  about: 'Runs the tests of all workspaces against real stores, then the stories in a browser.',
  options: { only: { value: 'WORD', about: 'only workspaces and stories with this word in their name' } },
} satisfies CommandLine

export const testClocksLine = {
  command: 'npm run test:clocks --',
  about: 'Runs the tests at the ends of months and on days of clock changes, in zones far from UTC.',
  options: {
    few: { about: 'three clocks, and the workspaces that read dates most, without stores' },
    only: { value: 'WORD', about: 'only workspaces with this word in their name' },
  },
} satisfies CommandLine

export const auditLine = {
  command: 'npm run audit --',
  about: 'Every service of the running stack checks its own promises.',
  options: { name },
} satisfies CommandLine

export const releaseLine = {
  command: 'npm run release --',
  about: 'Builds one micro-frontend and makes it live in the running stack.',
  words: { name: 'TEAM', about: 'whose micro-frontend, for example reviews', max: 1 },
  options: { to: { value: 'RELEASE', about: 'goes back to this former release, and builds nothing' }, name },
} satisfies CommandLine

export const stopLine = {
  command: 'npm run stop --',
  about: 'Stops the running stack as Ctrl-C would, and what a killed one has left.',
  options: { name },
} satisfies CommandLine

export const statusLine = {
  command: 'npm run status --',
  about: 'Which processes of the running stack are ready, and where they listen.',
  options: { name },
} satisfies CommandLine

export const logsLine = {
  command: 'npm run logs --',
  about: 'The last lines that a process has logged.',
  words: { name: 'PROCESS', about: 'search, or one of its instances: search-2', max: 1 },
  options: { follow: { about: 'also prints what it logs from now on, until Ctrl-C' }, name },
} satisfies CommandLine

const newLine = {
  command: 'npm run new --',
  about: 'Makes an empty service, or a whole empty column: micro-frontend, bff and service.',
  words: { name: 'KIND NAME', about: 'service or team, and a name of small letters and dashes', max: 2 },
  options: {},
} satisfies CommandLine

/** What `npm run new` understands. */
export function readNew(args: string[]): { kind: 'service' | 'team'; name: string } {
  const [kind = '', name = ''] = readCommandLine(newLine, args).words
  if (kind !== 'service' && kind !== 'team')
    throw new PlainError(`${kind || 'Nothing'} cannot be made: use service or team.`)
  if (!/^[a-z]+(-[a-z]+)*$/.test(name))
    throw new PlainError(`${name || 'An empty name'} is not a name like tastings or gift-cards.`)
  // A team's name is part of its fragments' names and of addresses.
  if (kind === 'team' && name.includes('-'))
    throw new PlainError(`${name} is not a team's name: use one word, like hosting.`)
  return { kind, name }
}

type StackSettings = Pick<StackOptions, 'port' | 'fresh' | 'scale' | 'name' | 'origin' | 'seedSize'>

/** What `npm start` and `npm run dev` understand. */
export function readStackOptions(line: typeof startLine, args: string[]): StackSettings {
  const { values } = readCommandLine(line, args)
  const { port, fresh = false, scale = '', name, origin, 'seed-size': seedSize = 'small' } = values
  if (seedSize !== 'small' && seedSize !== 'large')
    throw new PlainError(`--seed-size ${seedSize}: the market is small or large.`)
  return {
    fresh,
    name: readName(name),
    seedSize,
    scale: readScale(scale),
    ...(port !== undefined && { port: readNumber('--port', port, 65_535) }),
    ...(origin !== undefined && { origin: readOrigin(origin) }),
  }
}

/** What `npm run audit`, `npm run stop` and `npm run status` understand: the name of a stack. */
export function readTarget(line: typeof auditLine, args: string[]) {
  return { stack: readName(readCommandLine(line, args).values.name) }
}

/** What `npm run logs` understands. */
export function readLogs(args: string[]) {
  const { values, words } = readCommandLine(logsLine, args)
  return { stack: readName(values.name), process: words[0], follow: values.follow ?? false }
}

/** What `npm run release` understands. */
export function readRelease(args: string[]) {
  const { values, words } = readCommandLine(releaseLine, args)
  return { stack: readName(values.name), team: words[0], to: values.to }
}

function readName(text = 'main') {
  if (/^[a-z][a-z0-9-]{0,30}$/.test(text)) return text
  throw new PlainError(`--name ${text} is not a word of small letters, digits and dashes.`)
}

function readOrigin(text: string) {
  const { success, error } = publicOriginSchema.safeParse(text)
  if (success) return text
  throw new PlainError(`--origin ${text}: ${error.issues.map(({ message }) => message).join('; ')}.`)
}

function readScale(text: string): Scale {
  const pairs = text.split(',').filter(Boolean)
  const scale = Object.fromEntries(
    pairs.map((pair) => {
      const [process = '', count = ''] = pair.split('=')
      return [process, readNumber(`--scale ${process}`, count, 50)]
    }),
  )
  checkScale(scale)
  return scale
}

function readNumber(what: string, text: string, max: number) {
  const number = Number(text)
  if (Number.isInteger(number) && number > 0 && number <= max) return number
  throw new PlainError(`${what} ${text} is not a whole number from 1 to ${max}.`)
}
