import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createTestContext } from '../../testing/process.ts'
import { bindTrace, currentTraceId, currentTraceparent, withSpan, withTraceparent } from './telemetry.ts'

const traceId = 'a'.repeat(32)
const traceparent = `00-${traceId}-${'b'.repeat(16)}-01`

it('follows a trace through waiting, spans and log lines', async () => {
  const { context, lines } = createTestContext()
  await withTraceparent(traceparent, async () => {
    await delay(1)
    context.log.info('outside')
    await withSpan('step', async () => {
      await delay(1)
      context.log.info('inside')
      expect(currentTraceparent()).toMatch(new RegExp(`^00-${traceId}-(?!b{16})[0-9a-f]{16}-01$`))
    })
  })
  expect(lines.map((line) => line.traceId)).toEqual([traceId, traceId])
})

it('begins a trace of its own without one, or with a malformed one', () => {
  const begun = [undefined, 'nonsense', `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`].map((given) =>
    withTraceparent(given, () => withSpan('step', currentTraceId)),
  )
  expect(new Set(begun).size).toBe(3)
  for (const id of begun) expect(id).toMatch(/^[0-9a-f]{32}$/)
})

it('is bound to callbacks that are called from elsewhere', () => {
  const later = withTraceparent(traceparent, () => bindTrace(currentTraceId))
  expect([currentTraceId(), later()]).toEqual([undefined, traceId])
})

it('lets errors through', async () => {
  expect(() => withSpan('step', () => JSON.parse('{'))).toThrow(SyntaxError)
  await expect(withSpan('step', () => Promise.reject(new Error('late')))).rejects.toThrow('late')
})
