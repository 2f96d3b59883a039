import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { executables } from '../topology/processes.ts'
import { auditStack, type Finding, toReport } from './run-audit.ts'

const services = executables.filter(({ folder }) => folder.startsWith('services/')).map(({ name }) => name)
const kept = { name: 'every event is published', ok: true, detail: '' }
const oversold = { name: 'no session is oversold', ok: false, detail: '1 of 9 sessions' }
const late = { name: 'listings equal their rebuild', ok: null, detail: 'the streams are still being read' }

const answer = (checks: object[]) => (response: ServerResponse) => void response.end(JSON.stringify({ checks }))
const hangUp = (response: ServerResponse) => void response.destroy()
const fail = (response: ServerResponse) => void response.writeHead(503).end('busy')

/** Services that keep all promises, but for one, which answers in turn what the test says, the last answer for ever. */
async function stackWhere(one: string, ...answers: ((response: ServerResponse) => void)[]) {
  let asked = 0
  const server = createServer((request, response) => {
    if (!request.url?.startsWith(`/${one}/`)) return answer([kept])(response)
    const respond = answers[Math.min(asked, answers.length - 1)] ?? hangUp
    asked += 1
    respond(response)
  })
  server.listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const urls = Object.fromEntries(services.map((name) => [name, `http://127.0.0.1:${port}/${name}`]))
  const notes: string[] = []
  const findings = await auditStack(
    { urls, opsToken: 'a token' },
    { waitsMs: [1, 2, 3], note: (line) => notes.push(line) },
  )
  return { notes, asked, of: findings.filter(({ process }) => process === one), report: toReport(findings) }
}

test.each([
  ['does not answer', hangUp],
  ['is too busy to answer', fail],
  ['answers that it could not check in time', answer([late])],
])('a service that %s is asked again, and its promises are kept if it then says so', async (_what, busy) => {
  const { of, notes, report } = await stackWhere('search', busy, busy, answer([kept]))
  expect(of).toEqual([{ process: 'search', ...kept }])
  expect(notes).toHaveLength(2)
  expect(notes[0]).toBe('… search: not checked in time, asked again in 0.001 s')
  expect(report).toMatchObject({ exitCode: 0 })
})

test.each([
  ['does not answer', hangUp],
  ['is too busy to answer', fail],
  ['answers that it could not check in time', answer([late])],
])(
  'a service that never does anything but %s has broken nothing, and the audit does not end well',
  async (_what, busy) => {
    const { asked, report } = await stackWhere('search', busy)
    expect(asked).toBe(4)
    expect(report.exitCode).toBe(2)
    expect(report.lines.join('\n')).toMatch(/^\? search: .+: not checked in time \(.+\)$/m)
    expect(report.lines.join('\n')).not.toContain('✗')
    expect(report.lines.at(-1)).toBe(`${services.length - 1} passed, 0 failed, 1 not checked in time`)
  },
)

test('a promise that was seen broken is not asked for again, even beside one that was not checked', async () => {
  const { asked, report } = await stackWhere('bookings-api', answer([oversold, late]))
  expect(asked).toBe(1)
  expect(report.exitCode).toBe(1)
  expect(report.lines).toContain('✗ bookings-api: no session is oversold (1 of 9 sessions)')
})

test('an audit of nothing does not end well', () => {
  const nothing: Finding[] = []
  expect(toReport(nothing)).toEqual({ lines: ['0 passed, 0 failed'], exitCode: 1 })
})
