import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { root } from '../state/folders.ts'
import { withTsx } from '../topology/instances.ts'
import { executables, microFrontends } from '../topology/processes.ts'
import type { Stack } from '../topology/start-stack.ts'
import { followLogs } from './follow-logs.ts'
import { runStack } from './run-stack.ts'

/** What every process is made of, beside its own folder. */
const FOUNDATION = ['contracts/src', 'kit/server']

/** `npm run dev`: sources instead of bundles; what changes is restarted or released, and nothing else. */
export async function main(args: string[]) {
  await runStack(args, { mode: 'development' }, (stack) => {
    followLogs(join(stack.stateDir, 'logs'))
    const running = executables.filter(({ name }) => stack.urls[name])
    for (const { name, folder } of running) restartOnChange(stack, name, [`${folder}/src`, ...FOUNDATION])
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

/** The build watches what it compiles; what it only reads once makes it start again. */
function releaseOnChange(stack: Stack, name: string, folder: string) {
  let builder = watchBuild(stack, name, folder)
  process.on('exit', () => builder.kill())
  const again = settled(200, async () => {
    builder.kill()
    builder = watchBuild(stack, name, folder)
  })
  const entries: Record<string, string> = { 'build.ts': folder, 'pages.ts': join(folder, 'src') }
  for (const [entry, place] of Object.entries(entries)) watch(place, (_, file) => file === entry && again())
}

/** Prints a line for each release it has written. */
function watchBuild({ releases }: Stack, name: string, folder: string) {
  const args = [...withTsx, 'build.ts', '--watch']
  const builder = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
  builder.stdout.on('data', () => {
    const release = releases.publish(name, join(folder, 'dist'))
    releases.goLive(name, release)
    console.log(`${name} ${release} is live`)
  })
  return builder
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
