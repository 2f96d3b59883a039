/** What became of one wish to hold seats. Pure: fresh idempotency keys are handed in. */
import type { holdSeats } from '@fernweh/contracts/api/bookings'
import type { RefusalOf } from '@fernweh/contracts/api/operation'

export type HoldRefusal = RefusalOf<typeof holdSeats>

export interface Wish {
  sessionId: string
  seats: number
}

/** `unsure`: no answer came, so it may have happened; asking again under the same key counts once. */
type Step =
  | { name: 'ready' }
  | { name: 'sent'; wish: Wish }
  | { name: 'unsure'; wish: Wish; fault: unknown }
  | { name: 'refused'; wish: Wish; refusal: HoldRefusal }
  | { name: 'held'; wish: Wish }

export interface HoldState {
  key: string
  step: Step
}

export type HoldAction =
  | { type: 'send'; wish: Wish; freshKey: string }
  | { type: 'fail'; fault: unknown }
  | { type: 'refuse'; refusal: HoldRefusal; freshKey: string }
  | { type: 'hold'; freshKey: string }

export function evolve(state: HoldState, action: HoldAction): HoldState {
  const { key, step } = state
  if (action.type === 'send') {
    if (step.name === 'sent') return state
    return { key: keyFor(state, action), step: { name: 'sent', wish: action.wish } }
  }
  if (step.name !== 'sent') return state
  const { wish } = step
  switch (action.type) {
    case 'fail':
      return { key, step: { name: 'unsure', wish, fault: action.fault } }
    case 'refuse':
      return { key: action.freshKey, step: { name: 'refused', wish, refusal: action.refusal } }
    case 'hold':
      return { key: action.freshKey, step: { name: 'held', wish } }
  }
}

/** A key belongs to one wish: another wish after an unsure one needs its own. */
export function keyFor({ key, step }: HoldState, { wish, freshKey }: { wish: Wish; freshKey: string }): string {
  if (step.name !== 'unsure') return key
  return step.wish.sessionId === wish.sessionId && step.wish.seats === wish.seats ? key : freshKey
}
