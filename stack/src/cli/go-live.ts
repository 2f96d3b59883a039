import { setTimeout as delay } from 'node:timers/promises'
import { PlainError } from '../plain-error.ts'
import type { ReleaseStore } from '../state/releases.ts'

/** A gateway looks for new releases more than twice a second. */
const TIMEOUT_MS = 15_000
const POLL_MS = 100

interface Target {
  /** By instance, `gateway-1`. */
  urls: Record<string, string>
  opsToken: string
  releases: Pick<ReleaseStore, 'goLive' | 'live'>
  timeoutMs?: number
}

/**
 * Resolves with the release before once every gateway makes its pages of this one; throws one plain error when a gateway does
 * not in time.
 */
export async function goLive({ releases, timeoutMs = TIMEOUT_MS, ...stack }: Target, name: string, release: string) {
  const former = releases.goLive(name, release)
  const until = Date.now() + timeoutMs
  const gateways = Object.entries(stack.urls).filter(([instance]) => /^gateway-\d+$/.test(instance))
  for (const [instance, url] of gateways) {
    let served = await servedBy(url, stack.opsToken, name)
    while (served !== release) {
      const chosen = releases.live(name)
      if (chosen !== release) throw new PlainError(`${name} ${release} was replaced by ${chosen} before it was served.`)
      if (Date.now() > until) throw new PlainError(notServed(`${name} ${release}`, instance, served, timeoutMs))
      await delay(POLL_MS)
      served = await servedBy(url, stack.opsToken, name)
    }
  }
  return former
}

/** Undefined while the gateway does not say. */
async function servedBy(url: string, opsToken: string, name: string): Promise<string | undefined> {
  try {
    const headers = { authorization: `Bearer ${opsToken}` }
    const answer = await fetch(`${url}/ops/releases`, { headers, signal: AbortSignal.timeout(2_000) })
    return ((await answer.json()) as { releases: Record<string, string> }).releases[name]
  } catch {
    return undefined
  }
}

function notServed(what: string, instance: string, served: string | undefined, timeoutMs: number) {
  const instead = served ? `still serves ${served}` : 'does not say what it serves'
  return `${what} was chosen, but after ${timeoutMs / 1000} s ${instance} ${instead}: npm run logs -- gateway may say why.`
}
