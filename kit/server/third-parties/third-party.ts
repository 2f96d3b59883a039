import CircuitBreaker from 'opossum'
import type { Registry } from 'prom-client'
import { counter, gauge } from '../process/metrics.ts'
import { CLIENT_SPAN, withSpan } from '../process/telemetry.ts'
import { createQuota } from './quota.ts'

export interface ThirdParty {
  name: string
  timeoutMs: number
  metrics: Registry
  /** Calls that may go out now: none while the breaker is open, one while it is half open. */
  room(): number
  /** Waits for its turn under the quota. Throws CircuitOpen, without calling, while the breaker is open. */
  call<Answer>(work: (signal: AbortSignal) => Promise<Answer>): Promise<Answer>
  close(): void
}

/** An answer that calling again would not change; a success for the breaker. */
export class PermanentFailure extends Error {
  override name = 'RefusedForGood'
}

export class CircuitOpen extends Error {
  override name = 'NotAsked'
}

export interface ThirdPartyLimits {
  name: string
  /** Of this instance; the third party's limit is shared by all. */
  perSecond: number
  timeoutMs: number
  /** Opens when more than half of at least so many calls failed within half a minute; probes after `resetMs`. */
  breaker: { failures: number; resetMs: number }
  metrics: Registry
}

const WINDOW_MS = 30_000

type Work = (signal: AbortSignal) => Promise<unknown>

export function createThirdParty({
  name,
  perSecond,
  timeoutMs,
  breaker: { failures, resetMs },
  metrics,
}: ThirdPartyLimits): ThirdParty {
  const quota = createQuota(perSecond)
  const breaker = new CircuitBreaker((work: Work) => work(AbortSignal.timeout(timeoutMs)), {
    name,
    timeout: timeoutMs,
    resetTimeout: resetMs,
    volumeThreshold: failures,
    errorThresholdPercentage: 50,
    rollingCountTimeout: WINDOW_MS,
    rollingPercentilesEnabled: false,
    errorFilter: (error) => error instanceof PermanentFailure,
  })
  const count = observed(name, breaker, metrics)

  async function call(work: Work): Promise<unknown> {
    await quota.turn()
    let sent = true
    try {
      const answer = await withSpan(`call ${name}`, () => breaker.fire(work), { kind: CLIENT_SPAN })
      count('answered')
      return answer
    } catch (error) {
      sent = (error as { code?: string }).code !== 'EOPENBREAKER'
      count(!sent ? 'not-sent' : error instanceof PermanentFailure ? 'refused' : 'failed')
      throw sent ? error : new CircuitOpen(`${name} does not answer`)
    } finally {
      if (sent) quota.spent()
      else quota.unspent()
    }
  }

  return {
    name,
    timeoutMs,
    metrics,
    room: () => (breaker.closed ? quota.free() : breaker.pendingClose ? Math.min(1, quota.free()) : 0),
    call: call as ThirdParty['call'],
    close: () => breaker.shutdown(),
  }
}

type Outcome = 'answered' | 'refused' | 'failed' | 'not-sent'

function observed(name: string, breaker: CircuitBreaker, metrics: Registry): (outcome: Outcome) => void {
  const state = {
    name: 'fernweh_third_party_state',
    help: 'Circuit breaker: 0 closed, 1 half open, 2 open',
    labelNames: ['name' as const],
  }
  gauge(metrics, state, () => [{ labels: { name }, value: breaker.closed ? 0 : breaker.halfOpen ? 1 : 2 }])
  const calls = counter(metrics, {
    name: 'fernweh_third_party_calls_total',
    help: 'Calls by outcome',
    labelNames: ['name', 'outcome'],
  })
  return (outcome) => calls.inc({ name, outcome })
}
