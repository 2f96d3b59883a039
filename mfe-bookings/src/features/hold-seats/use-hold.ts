import type { holdSeats } from '@fernweh/contracts/api/bookings'
import type { Hold } from '@fernweh/contracts/feeds/bookings'
import { newKey } from '@fernweh/kit/browser/api'
import type { Host } from '@fernweh/kit/browser/host'
import { useReducer } from 'react'
import { evolve, type HoldState, keyFor, type Wish } from './hold-state.ts'

export function useHold(host: Host, onHeld: (hold: Hold) => void) {
  const [state, dispatch] = useReducer(evolve, undefined, (): HoldState => ({ key: newKey(), step: { name: 'ready' } }))

  async function send(wish: Wish) {
    if (state.step.name === 'sent') return
    const freshKey = newKey()
    const key = keyFor(state, { wish, freshKey })
    dispatch({ type: 'send', wish, freshKey })
    try {
      const answer = await host.api<typeof holdSeats>('POST /holds', { body: wish, key })
      if ('refused' in answer) return dispatch({ type: 'refuse', refusal: answer.refused, freshKey: newKey() })
      const { hold } = answer
      onHeld(hold)
      dispatch({ type: 'hold', freshKey: newKey() })
      host.bus.emit('bookings:seats-held', { ...wish, holdId: hold.holdId, experienceId: hold.experienceId })
    } catch (fault) {
      dispatch({ type: 'fail', fault })
    }
  }

  return { step: state.step, send }
}
