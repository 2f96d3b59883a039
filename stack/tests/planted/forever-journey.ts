import { appendFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { startMarked } from './marked.ts'

const test = base.extend<object, { stack: string }>({
  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures it needs from the pattern
    async ({}, use) => {
      const supervisor = await startMarked(mkdtempSync(join(tmpdir(), 'planted-')))
      await use('')
      await supervisor.stopAll()
      appendFileSync(process.env.PLANTED_STARTED as string, 'closed')
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

test('never ends', async ({ stack }) => {
  test.setTimeout(600_000)
  await new Promise(() => stack)
})
