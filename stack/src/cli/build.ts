import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { PlainError } from '../plain-error.ts'
import { root } from '../state/folders.ts'
import { interruptible } from './interruptible.ts'
import { step } from './step.ts'

/** Builds what has changed: everything, or one workspace folder. */
export async function build(folder?: string): Promise<void> {
  await step('build', (note) => interruptible((signal) => runTurbo(folder, { note, signal })))
}

interface Run {
  note: (text: string) => void
  signal: AbortSignal
}

async function runTurbo(folder: string | undefined, { note, signal }: Run) {
  const turbo = join(root, 'node_modules', 'turbo', 'bin', 'turbo')
  const filter = folder ? [`--filter=./${folder}`] : []
  const args = [turbo, 'run', 'build', ...filter, '--output-logs=errors-only', '--no-color']
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...quietTurbo },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  signal.addEventListener('abort', () => child.kill('SIGINT'))
  let output = ''
  let done = ''
  const read = (chunk: Buffer) => {
    output += chunk
    done = /Tasks: +(.*)/.exec(String(chunk))?.[1] ?? done
    const cached = /Cached: +(.*)/.exec(String(chunk))?.[1]
    if (cached) note(`${done.replace(' successful', ' built')}, ${cached}`)
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  signal.throwIfAborted()
  if (code !== 0) throw new PlainError(`The build failed:\n${output.trim() || `turbo ended with ${code}`}`)
}

export const quietTurbo = { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' }
