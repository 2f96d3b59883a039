import { PlainError } from '../plain-error.ts'
import { stateFolder } from '../state/folders.ts'
import { holderOf } from '../state/lock.ts'
import { notRunning, type RunningStack, readRunningStack } from '../state/running-stack.ts'
import { isReady } from '../topology/instances.ts'
import { readTarget, statusLine } from './options.ts'

/** `npm run status`: every process of a running stack; fails when one is not ready. */
export async function main(args: string[]) {
  const { stack } = readTarget(statusLine, args)
  const { lines, isWell } = await describeStack(stack)
  for (const line of lines) console.log(line)
  process.exit(isWell ? 0 : 1)
}

export async function describeStack(name: string, state = stateFolder(name)) {
  const running = readUnlessStarting(name, state)
  const instances = Object.entries(running.urls).filter(([instance]) => /-\d+$/.test(instance))
  const answers = await Promise.all(instances.map(([, url]) => isReady(url, running.opsToken)))
  const width = Math.max(...instances.map(([instance]) => instance.length))
  const lines = instances.map(([instance, url], index) => toLine(instance.padEnd(width), url, answers[index] ?? ''))
  const isWell = answers.every((answer) => answer === true)
  return { lines: [`${name} ${running.url} (process ${running.stack.pid})`, ...lines], isWell }
}

function readUnlessStarting(name: string, state: string): RunningStack {
  const holder = holderOf(state)
  if (!holder) throw notRunning(name)
  try {
    return readRunningStack(name, state)
  } catch {
    throw new PlainError(`The stack called ${name} is starting or stopping (process ${holder.pid}).`)
  }
}

const toLine = (instance: string, url: string, answer: true | string) =>
  `${answer === true ? '✓' : '✗'} ${instance}  ${url}  ${answer === true ? 'ready' : `not ready: ${toReason(answer)}`}`

/** A process answers with JSON, and one that is away with nothing: then it is the fault of the connection. */
function toReason(answer: string) {
  try {
    return (JSON.parse(answer) as { why: string[] }).why.join('; ')
  } catch {
    return answer
  }
}
