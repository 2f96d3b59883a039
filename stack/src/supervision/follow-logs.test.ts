import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { followLogs } from './follow-logs.ts'
import { toText, toWarning } from './log-lines.ts'

const entry = { level: 'warn', time: '2026-05-01T10:00:00.000Z', process: 'search', instance: 'search-2', msg: 'busy' }

test('the first line after the start is not lost, and older ones are not repeated', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'logs '))
  writeFileSync(join(folder, 'search-1.log'), 'old\n')
  const lines: string[] = []
  const watcher = followLogs(
    folder,
    (file) => file !== 'nats.log',
    (line) => lines.push(line),
  )
  onTestFinished(() => {
    watcher.close()
    rmSync(folder, { recursive: true })
  })
  appendFileSync(join(folder, 'search-1.log'), 'first\n')
  writeFileSync(join(folder, 'nats.log'), 'unwanted\n')
  writeFileSync(join(folder, 'search-2.log'), 'of a new file\n')
  await vi.waitFor(() => expect(lines.toSorted()).toEqual(['first', 'of a new file']), { timeout: 10_000 })
  writeFileSync(join(folder, 'search-1.log'), 'new\n')
  await vi.waitFor(() => expect(lines).toContain('new'), { timeout: 10_000 })
})

test('a line is read with its time, its instance and every further field', () => {
  const line = JSON.stringify({ ...entry, stream: 'session.1', err: { stack: 'Error: no\n at x' } })
  expect(toText(line)).toBe('2026-05-01T10:00:00.000Z search-2 warn: busy {"stream":"session.1"}\nError: no\n at x')
})

test('only warnings and faults are warnings, and what is no log line stays as it is', () => {
  expect(toWarning(JSON.stringify(entry))).toBe('  search-2 warn: busy')
  expect(toWarning(JSON.stringify({ ...entry, level: 'info' }))).toBeNull()
  for (const text of ['Segmentation fault', '{broken', '{"a":1}'])
    expect([toText(text), toWarning(text)]).toEqual([text, `  ${text}`])
})
