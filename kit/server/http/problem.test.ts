import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { IdempotencyKeyReused } from '../event-log/command-batcher.ts'
import { fromExpress, HttpProblem, invalidFields } from './problem.ts'

const booking = z.strictObject({ seats: z.int(), guests: z.array(z.object({ name: z.string() })) })
const problemOf = (value: unknown) => {
  const read = booking.safeParse(value)
  return read.error && (invalidFields(read.error, 'body').body as { invalid: { field: string; problem: string }[] })
}
const fieldsOf = (value: unknown) => problemOf(value)?.invalid.map(({ field }) => field)

describe('invalid input', () => {
  it('names every wrong field, by its path', () => {
    expect(fieldsOf({ seats: 'two', guests: [{ name: 'Ann' }, { name: 7 }] })).toEqual(['seats', 'guests.1.name'])
  })

  it('names every field that nobody asked for', () => {
    expect(fieldsOf({ seats: 2, guests: [], a: 1, b: 2 })).toEqual(['a', 'b'])
  })

  it('names the whole where no field is to blame', () => {
    expect(fieldsOf('nonsense')).toEqual(['body'])
  })

  it('says nothing of what was sent', () => {
    expect(JSON.stringify(problemOf({ seats: 'swordfish', guests: [] }))).not.toContain('swordfish')
  })
})

describe('an error of express', () => {
  it.each([
    [{ type: 'entity.too.large', status: 413, limit: 65_536 }, 413, 'body', 'larger than 64 KB'],
    [{ type: 'entity.parse.failed', status: 400 }, 400, 'body', 'not valid JSON'],
    [{ type: 'encoding.unsupported', status: 415 }, 415, 'body', 'encoding unsupported'],
    [{ status: 400 }, 400, 'body', 'cannot be read'],
    [new URIError('URI malformed'), 400, 'url', 'malformed escape'],
    [new IdempotencyKeyReused(), 400, 'idempotency-key', 'was used for another request'],
  ])('%j is a problem of the one who asks: %i, %s', (error, status, field, problem) => {
    expect(fromExpress(error)).toMatchObject({ status, body: { invalid: [{ field, problem }] } })
  })

  it.each([new Error('the password is swordfish'), { status: 500 }, { status: 302 }, 'thrown text', { code: 'EPIPE' }])(
    '%s is none: it is a fault',
    (error) => {
      expect(fromExpress(error)).toBeUndefined()
    },
  )
})

it('a problem in a log says what was answered', () => {
  expect(new HttpProblem(409, { refused: 'full' }).message).toBe('409 {"refused":"full"}')
})
