import { operation } from '@fernweh/contracts/api/operation'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ApiFault } from './api.ts'
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

describe('an intention', () => {
  test('is one, however often ann clicks, under the key of the rendered form', () => {
    const state = after(
      { type: 'send', input: two, freshKey: 'key-1' },
      { type: 'send', input: two, freshKey: 'key-2' },
    )
    expect(state).toEqual({ key: 'key-0', step: { name: 'sent', input: two } })
  })

  test('stays the same when no answer came, and is another for another input', () => {
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

  test('is over when it was refused, done, or could not be read', () => {
    const sent = after({ type: 'send', input: two, freshKey: 'key-1' })
    const refused = reduceSubmission(sent, { type: 'refuse', refusal: 'full', freshKey: 'key-2' })
    expect(refused).toEqual({ key: 'key-2', step: { name: 'refused', input: two, refusal: 'full' } })
    expect(reduceSubmission(sent, { type: 'finish', answer: 'held', freshKey: 'key-2' }).key).toBe('key-2')
    const fault = new ApiFault('invalid', 400)
    expect(reduceSubmission(sent, { type: 'fail', fault, freshKey: 'key-2' }).key).toBe('key-2')
  })

  test('is not changed by an answer that nobody waits for', () => {
    expect(after({ type: 'finish', answer: 'held', freshKey: 'key-1' })).toBe(ready)
  })

  test('never carries two inputs under one key that may both have arrived', () => {
    fc.assert(fc.property(fc.array(anyAction(), { maxLength: 30 }), keysCarryOneWish))
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

function keysCarryOneWish(actions: Keyless[]) {
  const carried = new Map<string, string>()
  let state = ready
  actions.forEach((action, at) => {
    state = reduceSubmission(state, { ...action, freshKey: `key-${at + 1}` } as Action)
    if (state.step.name !== 'sent') return
    const input = JSON.stringify(state.step.input)
    expect(carried.get(state.key) ?? input).toBe(input)
    carried.set(state.key, input)
  })
}

describe('what a native form came back with', () => {
  const hold = operation({ name: 'POST /holds', answer: z.object({}), refusals: ['full'] })
  const refusals = { full: 'words' }
  const first = (outcome: object, form?: string) =>
    toInitialState<typeof hold>('key-0', { outcome, refusals, ...(form && { form }) })

  test('is shown as if it had been sent from here', () => {
    expect(first({ refused: 'full' })).toEqual({
      key: 'key-0',
      step: { name: 'refused', input: null, refusal: 'full' },
    })
    expect(first({ invalid: 'seats text' }).step).toMatchObject({
      fault: { why: 'invalid', invalid: [{ field: 'seats' }, { field: 'text' }] },
    })
  })

  test('is asked again under the same key after a fault', () => {
    expect(first({ fault: 'ab12', again: 'key-of-before' })).toMatchObject({
      key: 'key-of-before',
      step: { name: 'unsure', fault: { why: 'unanswered' } },
    })
  })

  test('belongs to the form it names', () => {
    expect(first({ refused: 'full', form: 'hold-b' }, 'hold-a').step.name).toBe('ready')
    expect(first({ refused: 'full', form: 'hold-b' }, 'hold-b').step.name).toBe('refused')
  })

  test.each(['sold', 'constructor', 'toString'])('is not believed when there are no words for it: %s', (refused) => {
    expect(first({ refused }).step.name).toBe('ready')
  })
})
