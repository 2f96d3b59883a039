import { step } from '../../steps.mjs'
import { isFree } from '../ports.ts'
import { type Stack, type StackOptions, startStack } from '../start-stack.ts'
import { readOptions } from './options.ts'
import { untilSignal } from './until-signal.ts'

const PORT = 4000

/** A stack in the foreground until it is told to stop. `whileRunning` may watch over it. */
export async function runStack(
  args: string[],
  settings: Pick<StackOptions, 'mode'>,
  whileRunning: (stack: Stack) => void = () => {},
) {
  const options = readOptions(args)
  const { signal, stopped } = untilSignal()
  const port = options.port ?? (await defaultPort())
  const stack = await startStack({ ...options, ...settings, port, step, signal, say: (line) => console.log(line) })
  whileRunning(stack)
  console.log(`ready ${stack.url}`)
  await stopped
  console.log('stopping')
  await stack.close()
  process.exit(0)
}

async function defaultPort() {
  let port = PORT
  while (!(await isFree(port))) port++
  if (port !== PORT) console.log(`Port ${PORT} is in use, taking ${port}.`)
  return port
}
