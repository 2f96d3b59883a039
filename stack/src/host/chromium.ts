import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { PlainError } from '../plain-error.ts'
import { downloadPlaywrightChromium } from './chromium-download.ts'
import { unpackChromium, unpackedChromium } from './chromium-package.ts'
import { onPath } from './executables.ts'

const run = promisify(execFile)

type Note = (text: string) => void

/** A way to get Chromium; resolves with its path, or with nothing where this way leads nowhere. */
export interface ChromiumSource {
  name: string
  find: (note: Note) => Promise<string | undefined>
}

const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

const sources: ChromiumSource[] = [
  { name: 'an installed one', find: async () => installed() },
  { name: 'Playwright’s own', find: playwrights },
  { name: 'an unpacked one', find: async () => unpackedChromium() },
  {
    name: 'Playwright’s download',
    find: async (note) => {
      note('downloading Playwright’s own')
      await downloadPlaywrightChromium()
      return playwrights()
    },
  },
  {
    name: 'the distribution’s package',
    find: async (note) => {
      note('unpacking the distribution’s package')
      return unpackChromium()
    },
  },
]

/** The Chromium the browser tests use: `CHROMIUM_PATH`, or one that is found, downloaded or unpacked. */
export async function chromiumPath(note: Note = () => {}): Promise<string> {
  return process.env.CHROMIUM_PATH ?? findChromium(sources, { note, runs })
}

/** The first source whose Chromium runs here; Playwright's, for one, lacks the libraries of a small machine. */
export async function findChromium(
  from: ChromiumSource[],
  { note, runs: doesRun }: { note: Note; runs: (path: string) => Promise<unknown> },
): Promise<string> {
  const failures: string[] = []
  for (const { name, find } of from) {
    try {
      const path = await find(note)
      if (path) await doesRun(path)
      if (path) return path
    } catch (error) {
      failures.push(`${name}: ${(error as Error).message.trim().split('\n').at(-1)}`)
    }
  }
  throw new PlainError(
    `The browser tests need Chromium: install it, or set CHROMIUM_PATH. Tried ${failures.join('; ') || 'everything known'}.`,
  )
}

function installed() {
  return NAMES.map(onPath).find(Boolean) ?? (existsSync(MAC) ? MAC : undefined)
}

async function playwrights() {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

const runs = (path: string) => run(path, ['--version'], { timeout: 30_000 })
