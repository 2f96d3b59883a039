import { parseArgs } from 'node:util'

export interface BuildOptions {
  watch: boolean
  /** Serves the fragments on a page of their own instead of building a release. */
  alone: boolean
  port: number
  /** Origin of a running stack to take data from; undefined for stub data. */
  stack: URL | undefined
}

export function readBuildOptions(args = process.argv.slice(2)): BuildOptions {
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
