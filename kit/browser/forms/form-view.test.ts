import { describe, expect, test } from 'vitest'
import { ApiFault } from '../host/api.ts'
import { type RefusalMessage, toFormView } from './form-view.ts'
import type { SubmissionStep } from './submission.ts'

const refusals: Record<string, RefusalMessage> = {
  full: 'No seats are left.',
  closed: { message: 'Closed today.' },
  'mail-taken': { message: 'This address has an account.', field: 'mail' },
}
const invalid = { mail: 'Enter an address.', name: 'Enter a name.' }
const view = (step: SubmissionStep<unknown, unknown, string>) => toFormView(step, { refusals, invalid })
const nothing = { busy: false, refusal: null, message: null, fault: null, errors: {} }

describe('a form shows', () => {
  test('nothing before it is sent and when it is done', () => {
    expect(view({ name: 'ready' })).toEqual(nothing)
    expect(view({ name: 'done', input: {}, answer: {} })).toEqual(nothing)
  })

  test('that it is busy while an answer is awaited', () => {
    expect(view({ name: 'sent', input: {} })).toEqual({ ...nothing, busy: true })
  })

  test.each([
    ['full', 'No seats are left.'],
    ['closed', 'Closed today.'],
  ])('the message of the refusal %s', (refusal, message) => {
    expect(view({ name: 'refused', input: null, refusal })).toEqual({ ...nothing, refusal, message })
  })

  test('a refusal about a field at that field only', () => {
    const errors = { mail: 'This address has an account.' }
    expect(view({ name: 'refused', input: null, refusal: 'mail-taken' })).toEqual({
      ...nothing,
      refusal: 'mail-taken',
      errors,
    })
  })

  test('a refusal without a message as refused, and says nothing', () => {
    expect(view({ name: 'refused', input: null, refusal: 'unknown' })).toEqual({ ...nothing, refusal: 'unknown' })
  })

  test('the fault whose outcome is unknown', () => {
    const fault = new ApiFault('timeout', 0)
    expect(view({ name: 'unsure', input: null, fault })).toEqual({ ...nothing, fault })
  })

  test('invalid fields in place of the fault', () => {
    const fault = new ApiFault('invalid', 400, [{ field: 'name', problem: 'too short' }])
    expect(view({ name: 'unsure', input: null, fault })).toEqual({ ...nothing, errors: { name: 'Enter a name.' } })
  })

  test('the fault itself when none of the invalid fields has a message', () => {
    const fault = new ApiFault('invalid', 400, [{ field: 'body', problem: 'not JSON' }])
    expect(view({ name: 'unsure', input: null, fault })).toEqual({ ...nothing, fault })
  })

  test('a fault of a class from another bundle by its shape', () => {
    const fault = { why: 'invalid', invalid: [{ field: 'mail' }] }
    expect(view({ name: 'unsure', input: null, fault }).errors).toEqual({ mail: 'Enter an address.' })
  })

  test.each([undefined, null, 'offline', new TypeError('x is undefined')])('no field for the fault %s', (fault) => {
    expect(view({ name: 'unsure', input: null, fault }).errors).toEqual({})
  })
})
