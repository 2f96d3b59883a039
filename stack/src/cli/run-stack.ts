import { type Stack, type StackOptions, startStack } from '../topology/start-stack.ts'
import { step } from './step.ts'
import { untilSignal } from './until-signal.ts'

const PORT = 4000

/** A stack in the foreground until a signal stops it. `whileRunning` gets it once it is ready. */
export async function runStack(options: StackOptions, whileRunning: (stack: Stack) => void = () => {}) {
  const { signal, stopped } = untilSignal()
  const log = (line: string) => console.log(line)
  signal.addEventListener('abort', () => log('stopping'))
  const stack = await startStack({ ...options, portFrom: PORT, step, signal, log })
  whileRunning(stack)
  if (stack.urls.mailbox) console.log(`mailbox ${stack.urls.mailbox}`)
  console.log(`ready ${stack.url}`)
  await stopped
  await stack.close()
  process.exit(0)
}
