import { expect, it } from 'vitest'
import { createLogger } from './logger.ts'
import { withSpan, withTraceparent } from './telemetry.ts'

function createLines(settings: Parameters<typeof createLogger>[1] = {}) {
  const lines: Record<string, unknown>[] = []
  const log = createLogger('cafe', settings, { write: (line) => void lines.push(JSON.parse(line)) })
  return { log, lines }
}

it('names process, level and time in words, and the instance where there are several', () => {
  const [one, several] = [createLines(), createLines({ instance: 'cafe-2' })]
  one.log.warn({ table: 4 }, 'no table, guest sent away')
  several.log.info('open')
  expect(one.lines).toEqual([
    {
      level: 'warn',
      process: 'cafe',
      table: 4,
      msg: 'no table, guest sent away',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    },
  ])
  expect(several.lines).toMatchObject([{ process: 'cafe', instance: 'cafe-2' }])
})

it('writes from its level upwards', () => {
  const { log, lines } = createLines({ level: 'warn' })
  log.info('open')
  log.warn('full')
  log.error('on fire')
  expect(lines.map(({ msg }) => msg)).toEqual(['full', 'on fire'])
})

it('names the trace inside of one, and none outside', () => {
  const { log, lines } = createLines()
  const traceId = 'c'.repeat(32)
  log.info('outside')
  withTraceparent(`00-${traceId}-${'d'.repeat(16)}-01`, () => withSpan('step', () => log.info('inside')))
  expect(lines.map((line) => line.traceId)).toEqual([undefined, traceId])
})

it('writes an error with its cause and where it was thrown', () => {
  const { log, lines } = createLines()
  log.error({ err: new Error('no flour', { cause: new Error('shop closed') }) }, 'fault')
  const { err } = lines[0] as { err: { message: string; stack: string } }
  expect(err.message).toContain('shop closed')
  expect(err.stack).toContain('logger.test.ts')
})
