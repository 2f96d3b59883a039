import { operation } from '@fernweh/contracts/api/operation'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ApiFault } from '../host/api.ts'
import { reduceSubmission, type SubmissionAction, type SubmissionState } from './submission.ts'
import { toInitialState } from './use-submission.ts'

interface Seats {
  body: { session: string; seats: number }
}
type Action = SubmissionAction<Seats, string, string>
type State = SubmissionState<Seats, string, string>

const ready: State = { key: 'key-0', step: { name: 'ready' } }
const two = { body: { session: 'tram', seats: 2 } }
const three = { body: { session: 'tram', seats: 3 } }
const offline = new ApiFault('offline', 0)

function after(...actions: Action[]): State {
  return actions.reduce<State>(reduceSubmission, ready)
}

describe('a submission', () => {
  test('is one, however often the button is clicked, under the key of the rendered form', () => {
    const state = after(
      { type: 'send', input: two, freshKey: 'key-1' },
      { type: 'send', input: two, freshKey: 'key-2' },
    )
    expect(state).toEqual({ key: 'key-0', step: { name: 'sent', input: two } })
  })

  test('keeps its key when no answer came, and gets a new one for another input', () => {
    const unsure = after(
      { type: 'send', input: two, freshKey: 'key-1' },
      { type: 'fail', fault: offline, freshKey: 'key-2' },
    )
    expect(reduceSubmission(unsure, { type: 'send', input: { ...two }, freshKey: 'key-3' }).key).toBe('key-0')
    expect(reduceSubmission(unsure, { type: 'send', input: three, freshKey: 'key-3' })).toEqual({
      key: 'key-3',
      step: { name: 'sent', input: three },
    })
  })

  test('is over when it was refused, done or invalid', () => {
    const sent = after({ type: 'send', input: two, freshKey: 'key-1' })
    const refused = reduceSubmission(sent, { type: 'refuse', refusal: 'full', freshKey: 'key-2' })
    expect(refused).toEqual({ key: 'key-2', step: { name: 'refused', input: two, refusal: 'full' } })
    expect(reduceSubmission(sent, { type: 'finish', answer: 'held', freshKey: 'key-2' }).key).toBe('key-2')
    const fault = new ApiFault('invalid', 400)
    expect(reduceSubmission(sent, { type: 'fail', fault, freshKey: 'key-2' }).key).toBe('key-2')
  })

  test('is not changed by an answer that it does not wait for', () => {
    expect(after({ type: 'finish', answer: 'held', freshKey: 'key-1' })).toBe(ready)
  })

  test('never sends two inputs under one key when both may have arrived', () => {
    fc.assert(fc.property(fc.array(anyAction(), { maxLength: 30 }), expectOneInputPerKey))
  })
})

type Keyless = Action extends infer Any ? Omit<Any, 'freshKey'> : never

function anyAction(): fc.Arbitrary<Keyless> {
  const body = fc.record({ session: fc.constantFrom('a', 'b'), seats: fc.integer({ min: 1, max: 3 }) })
  return fc.oneof(
    fc.record({ type: fc.constant('send'), input: fc.record({ body }) }),
    fc.record({ type: fc.constant('fail'), fault: fc.constantFrom(offline, new ApiFault('invalid', 400)) }),
    fc.record({ type: fc.constant('refuse'), refusal: fc.constant('full') }),
    fc.record({ type: fc.constant('finish'), answer: fc.constant('held') }),
  ) as fc.Arbitrary<Keyless>
}

function expectOneInputPerKey(actions: Keyless[]) {
  const sent = new Map<string, string>()
  let state = ready
  actions.forEach((action, at) => {
    state = reduceSubmission(state, { ...action, freshKey: `key-${at + 1}` } as Action)
    if (state.step.name !== 'sent') return
    const input = JSON.stringify(state.step.input)
    expect(sent.get(state.key) ?? input).toBe(input)
    sent.set(state.key, input)
  })
}

describe('the outcome of a native form', () => {
  const hold = operation({ name: 'POST /holds', answer: z.object({}), refusals: ['full'] })
  const refusals = { full: 'No seat is left.' }
  const first = (outcome: object, form?: string) =>
    toInitialState<typeof hold>('key-0', { outcome, refusals, ...(form && { form }) })

  test('is shown as if the form had been sent in place', () => {
    expect(first({ refused: 'full' })).toEqual({
      key: 'key-0',
      step: { name: 'refused', input: null, refusal: 'full' },
    })
    expect(first({ invalid: 'seats text' }).step).toMatchObject({
      fault: { why: 'invalid', invalid: [{ field: 'seats' }, { field: 'text' }] },
    })
  })

  test('keeps the key after a fault', () => {
    expect(first({ fault: 'ab12', again: 'earlier-key' })).toMatchObject({
      key: 'earlier-key',
      step: { name: 'unsure', fault: { why: 'unanswered' } },
    })
  })

  test('belongs to the form it names', () => {
    expect(first({ refused: 'full', form: 'hold-b' }, 'hold-a').step.name).toBe('ready')
    expect(first({ refused: 'full', form: 'hold-b' }, 'hold-b').step.name).toBe('refused')
  })

  test.each(['sold', 'constructor', 'toString'])('is ignored when it has no message: %s', (refused) => {
    expect(first({ refused }).step.name).toBe('ready')
  })
})
