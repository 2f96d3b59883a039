import { parseArgs } from 'node:util'
import { PlainError } from '../plain-error.ts'

interface Option {
  /** What stands for its value in the help, `N`; an option without is a switch. */
  value?: string
  about: string
}

/** How a command is called; one description for parsing, help and errors. */
export interface CommandLine {
  /** `npm start --` */
  command: string
  about: string
  /** The words beside the options, `NAME`. */
  words?: { name: string; about: string; max: number }
  options: Record<string, Option>
}

type Values<Options extends Record<string, Option>> = {
  [Name in keyof Options]?: Options[Name] extends { value: string } ? string : boolean
}

/** Thrown for `--help`: its message is one screen for standard output, and the command ends well. */
export class HelpRequest extends Error {
  override name = 'HelpRequest'
}

export function readCommandLine<const Line extends CommandLine>(
  line: Line,
  args: string[],
): { values: Values<Line['options']>; words: string[] } {
  const options = Object.fromEntries(
    Object.entries(line.options).map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean' } as const]),
  )
  const { values, positionals } = parse(line, args, options)
  if (values.help) throw new HelpRequest(toHelp(line))
  const { max = 0 } = line.words ?? {}
  if (positionals.length > max) throw new PlainError(`${positionals[max]} is one word too many. ${hint(line)}`)
  return { values: values as Values<Line['options']>, words: positionals }
}

function parse(line: CommandLine, args: string[], options: Record<string, { type: 'string' | 'boolean' }>) {
  try {
    const help = { type: 'boolean', short: 'h' } as const
    return parseArgs({ args, allowPositionals: true, options: { ...options, help } })
  } catch (error) {
    throw new PlainError(`${(error as Error).message.split('.')[0]}. ${hint(line)}`)
  }
}

/** Where to read what is possible. */
function hint({ command }: CommandLine) {
  return `${command} --help lists what there is.`
}

export function toHelp({ command, about, words, options }: CommandLine): string {
  const rows: [string, string][] = [
    ...(words ? [[words.name, words.about] as [string, string]] : []),
    ...Object.entries(options).map(([name, { value, about }]): [string, string] => [
      `--${name}${value ? ` ${value}` : ''}`,
      about,
    ]),
    ['--help', 'prints this'],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  const usage = `${command}${words ? ` [${words.name}]` : ''} [options]`
  return [`${usage}\n\n${about}\n`, ...rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`)].join('\n')
}
