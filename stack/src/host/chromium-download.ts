import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../state/folders.ts'

/** It reports every tenth of the download. */
const SILENCE_MS = 60_000
const UNREACHABLE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH/

/** Runs Playwright's own download. Rejects once the network is out of reach or nothing has come for a minute. */
export function downloadPlaywrightChromium(): Promise<void> {
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js')
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' }
  const child = spawn(process.execPath, [cli, 'install', 'chromium', '--no-shell'], {
    env,
    // A group of its own: the download runs in a further process.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = () => child.pid && process.kill(-child.pid, 'SIGKILL')
  process.once('exit', end)
  return new Promise<void>((resolve, reject) => {
    const fail = (reason: string) => {
      reject(new Error(reason))
      end()
    }
    const silence = setTimeout(fail, SILENCE_MS, 'nothing came for a minute')
    const read = (chunk: Buffer) => {
      silence.refresh()
      // Playwright tries five times, which changes nothing here.
      const [unreachable] = UNREACHABLE.exec(String(chunk)) ?? []
      if (unreachable) fail(`the network is out of reach (${unreachable})`)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(silence)
      process.off('exit', end)
      if (code === 0) resolve()
      else reject(new Error(`the download ended with ${code}`))
    })
  })
}
