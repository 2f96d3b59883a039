import type { MyReview, writeReview } from '@fernweh/contracts/api/reviews'
import { newKey } from '@fernweh/kit/browser/api'
import type { Host } from '@fernweh/kit/browser/host'
import { useReducer } from 'react'
import { type Draft, evolve, keyFor, type SendState } from './send-state.ts'

export function useSend(host: Host, experienceId: string, onSent: (mine: MyReview) => void) {
  const [state, dispatch] = useReducer(evolve, undefined, (): SendState => ({ key: newKey(), step: { name: 'ready' } }))

  async function send(draft: Draft) {
    if (state.step.name === 'sent') return
    const freshKey = newKey()
    const key = keyFor(state, { draft, freshKey })
    dispatch({ type: 'send', draft, freshKey })
    try {
      const input = { params: { experienceId }, body: draft, key }
      const answer = await host.api<typeof writeReview>('POST /experiences/:experienceId/reviews', input)
      if ('refused' in answer) return dispatch({ type: 'refuse', refusal: answer.refused, freshKey: newKey() })
      onSent(answer.mine)
      host.bus.emit('reviews:review-sent', { experienceId, rating: draft.rating })
    } catch (fault) {
      dispatch({ type: 'fail', fault })
    }
  }

  return { step: state.step, send }
}
