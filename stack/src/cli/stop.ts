import { end } from '../host/process-identity.ts'
import { stateFolder } from '../state/folders.ts'
import { holderOf, lock } from '../state/lock.ts'
import { endLeftovers } from '../state/process-records.ts'
import { notRunning } from '../state/running-stack.ts'
import { readTarget, stopLine } from './options.ts'

/** Longer than a stack takes to stop everything, one rank after the other. */
const STOP_TIMEOUT_MS = 120_000

/** `npm run stop`: as Ctrl-C where the stack was started. */
export async function main(args: string[]) {
  const { stack } = readTarget(stopLine, args)
  await stopStack(stack)
  console.log(`${stack} is stopped`)
}

/** Also stops one that is still starting, and ends what one that was killed has left. */
export async function stopStack(name: string, state = stateFolder(name)) {
  const holder = holderOf(state)
  if (holder && (await end(holder, 'SIGTERM', STOP_TIMEOUT_MS)) && !holderOf(state)) await endLeft(state)
  else if (!holder && (await endLeft(state)) === 0) throw notRunning(name)
}

/** Under the lock, so that nothing of a start that has just begun is ended. */
async function endLeft(state: string) {
  const unlock = lock(state)
  try {
    return (await endLeftovers(state)).length
  } finally {
    unlock()
  }
}
