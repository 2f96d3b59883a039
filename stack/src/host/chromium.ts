import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { PlainError } from '../../plain-error.mjs'
import { isRoot } from '../state/folders.ts'
import { onPath } from './executables.ts'

const run = promisify(execFile)

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** The Chromium the browser tests use: `CHROMIUM_PATH`, an installed one, Playwright's own, or the distribution's. */
export async function chromiumPath(note: (text: string) => void = () => {}) {
  const present = process.env.CHROMIUM_PATH ?? installed() ?? (await playwrights())
  return present ?? (await fromDistribution(note))
}

function installed() {
  return NAMES.map(onPath).find(Boolean) ?? (existsSync(MAC) ? MAC : undefined)
}

async function playwrights() {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

async function fromDistribution(note: (text: string) => void) {
  const how = 'The browser tests need Chromium: install it (apt-get install chromium), or set CHROMIUM_PATH.'
  if (!isRoot || !onPath('apt-get')) throw new PlainError(how)
  note('installing the distribution’s package')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const get = (...args: string[]) => run('apt-get', args, { env, maxBuffer: 50_000_000 })
  try {
    await get('install', '-y', '--no-install-recommends', 'chromium').catch(async () => {
      await get('update')
      await get('install', '-y', '--no-install-recommends', 'chromium')
    })
  } catch (error) {
    throw new PlainError(`${how} apt-get said: ${(error as Error).message.trim().split('\n').at(-1)}`)
  }
  const path = installed()
  if (!path) throw new PlainError(how)
  return path
}
