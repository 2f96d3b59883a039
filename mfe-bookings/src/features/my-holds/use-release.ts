import type { releaseHold } from '@fernweh/contracts/api/bookings'
import { newKey } from '@fernweh/kit/browser/api'
import type { Host } from '@fernweh/kit/browser/host'
import { useState } from 'react'
import type { ReleaseState } from './release-state.ts'

export function useRelease(host: Host, holdId: string) {
  const [key] = useState(newKey)
  const [state, setState] = useState<ReleaseState>({ name: 'ready' })

  async function release() {
    setState({ name: 'sent' })
    try {
      const answer = await host.api<typeof releaseHold>('DELETE /holds/:holdId', { params: { holdId }, key })
      if ('refused' in answer) return setState({ name: 'refused', refusal: answer.refused })
      setState({ name: 'released', hold: answer.hold })
    } catch (fault) {
      setState({ name: 'unsure', fault })
    }
  }

  return { state, release }
}
