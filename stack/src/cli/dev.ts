import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { root } from '../folders.ts'
import { withTsx } from '../instances.ts'
import { executables, microFrontends } from '../processes.ts'
import type { Stack } from '../start-stack.ts'
import { followLogs } from './follow-logs.ts'
import { runStack } from './run-stack.ts'

/** What every process is made of, beside its own folder. */
const FOUNDATION = ['contracts/src', 'kit/server']

/** `npm run dev`: sources instead of bundles; what changes is restarted or released, and nothing else. */
export async function main(args: string[]) {
  await runStack(args, { mode: 'development' }, (stack) => {
    followLogs(join(stack.stateDir, 'logs'))
    for (const { name, folder } of executables) restartOnChange(stack, name, [`${folder}/src`, ...FOUNDATION])
    for (const [name, folder] of Object.entries(microFrontends)) releaseOnChange(stack, name, join(root, folder))
  })
}

function restartOnChange({ processes }: Stack, name: string, folders: string[]) {
  const restart = settled(200, async () => {
    console.log(`${name} restarts`)
    await processes.restart(name).catch((error: Error) => console.log(error.message))
  })
  for (const folder of folders) watch(join(root, folder), { recursive: true }, restart)
}

/** The build watches its own sources and prints a line for each release it has written. */
function releaseOnChange({ releases }: Stack, name: string, folder: string) {
  const builder = spawn(process.execPath, [...withTsx, 'build.ts', '--watch'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.on('exit', () => builder.kill())
  builder.stdout.on('data', () => {
    const release = releases.publish(name, join(folder, 'dist'))
    releases.goLive(name, release)
    console.log(`${name} ${release} is live`)
  })
}

/** One call after the last of a burst; never two at once. */
function settled(quietMs: number, act: () => Promise<void>) {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  return () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(act)
    }, quietMs)
  }
}
