import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'
import { startMarked } from './marked.ts'

test('never ends', async () => {
  await startMarked(mkdtempSync(join(tmpdir(), 'planted-')))
  await new Promise(() => {})
}, 600_000)
