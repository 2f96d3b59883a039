import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const WATCHER = readFileSync(new URL('./watcher.js', import.meta.url), 'utf8')
const TIMEOUT_MS = 10_000

/** Resolves with the time of the element's next change, in milliseconds since 1970. Call it before causing the change. */
export type NextChange = () => Promise<number>

export async function watchElement(page: Page, selector: string): Promise<NextChange> {
  let onChange = (_at: number) => {}
  await page.exposeFunction('benchChanged', (at: number) => onChange(at))
  await page.evaluate(`globalThis.benchWatched = ${JSON.stringify(selector)}\n${WATCHER}`)
  return () =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${selector} did not change`)), TIMEOUT_MS)
      onChange = (at) => {
        clearTimeout(timer)
        onChange = () => {}
        resolve(at)
      }
    })
}
