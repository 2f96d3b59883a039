import { step } from '../../steps.mjs'
import { type Stack, type StackOptions, startStack } from '../topology/start-stack.ts'
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
  const say = (line: string) => console.log(line)
  signal.addEventListener('abort', () => say('stopping'))
  const stack = await startStack({ ...options, ...settings, portFrom: PORT, step, signal, say })
  whileRunning(stack)
  if (stack.urls.mailbox) console.log(`mailbox ${stack.urls.mailbox}`)
  console.log(`ready ${stack.url}`)
  await stopped
  await stack.close()
  process.exit(0)
}
