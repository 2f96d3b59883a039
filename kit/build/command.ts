import { parseArgs } from 'node:util'

export interface Command {
  /** Builds again at every change, unminified. */
  watch: boolean
  /** Serves the fragments alone instead of building a release. */
  alone: boolean
  port: number
  /** Origin of a running stack to take data from; a stub host without. */
  stack: URL | undefined
}

export function readCommand(args = process.argv.slice(2)): Command {
  const { values } = parseArgs({
    args,
    options: {
      watch: { type: 'boolean', default: false },
      alone: { type: 'boolean', default: false },
      port: { type: 'string', default: '5170' },
      stack: { type: 'string' },
    },
  })
  const { watch, alone, port, stack } = values
  return { watch, alone, port: Number(port), stack: stack === undefined ? undefined : new URL(stack) }
}
