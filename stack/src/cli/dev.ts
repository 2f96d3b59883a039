import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { root } from '../state/folders.ts'
import { followLogs } from '../supervision/follow-logs.ts'
import { toWarning } from '../supervision/log-lines.ts'
import { withTsx } from '../topology/instances.ts'
import { microFrontends } from '../topology/micro-frontends.ts'
import { executables } from '../topology/processes.ts'
import type { Stack } from '../topology/start-stack.ts'
import { build } from './build.ts'
import { goLive } from './go-live.ts'
import { devLine, readStackOptions } from './options.ts'
import { runStack } from './run-stack.ts'

/** Every process is built from these, beside its own folder. */
const SHARED_FOLDERS = ['contracts/src', 'kit/server']

/** `npm run dev`: sources instead of bundles; restarts or releases only what changes. */
export async function main(args: string[]) {
  const options = readStackOptions(devLine, args)
  await build()
  await runStack({ ...options, mode: 'development' }, (stack) => {
    followLogs(join(stack.stateDir, 'logs'), isOfProcess, printWarning)
    const running = executables.filter(({ name }) => stack.urls[name])
    for (const { name, folder } of running) restartOnChange(stack, name, [`${folder}/src`, ...SHARED_FOLDERS])
    for (const { name, folder } of microFrontends()) releaseOnChange(stack, name, join(root, folder))
  })
}

/** The stores are not what is being worked on. */
const isOfProcess = (file: string) => !/^(postgres|nats)\./.test(file)

/** The rest stays in the files. */
function printWarning(line: string) {
  const text = toWarning(line)
  if (text) console.log(text)
}

function restartOnChange({ processes }: Stack, name: string, folders: string[]) {
  const restart = debounce(200, async () => {
    console.log(`${name} restarts`)
    await processes.restart(name).catch((error: Error) => console.log(error.message))
  })
  for (const folder of folders) watch(join(root, folder), { recursive: true }, restart)
}

/** The build watches what it compiles; it starts again for the files that it reads only once. */
function releaseOnChange(stack: Stack, name: string, folder: string) {
  let builder = watchBuild(stack, name, folder)
  process.on('exit', () => builder.kill())
  const rebuild = debounce(200, async () => {
    builder.kill()
    builder = watchBuild(stack, name, folder)
  })
  const entries: Record<string, string> = { 'build.ts': folder, 'pages.ts': join(folder, 'src') }
  for (const [entry, place] of Object.entries(entries)) watch(place, (_, file) => file === entry && rebuild())
}

/** Prints a line for each release it has written. */
function watchBuild(stack: Stack, name: string, folder: string) {
  const args = [...withTsx, 'build.ts', '--watch']
  const builder = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
  builder.stdout.on('data', () => {
    const release = stack.releases.publish(name, join(folder, 'dist'))
    goLive(stack, name, release).then(
      () => console.log(`${name} ${release} is live`),
      (error: Error) => console.log(error.message),
    )
  })
  return builder
}

/** One call after the last of a burst; never two at once. */
function debounce(quietMs: number, act: () => Promise<void>) {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  return () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(act)
    }, quietMs)
  }
}
