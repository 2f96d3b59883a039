/** Prints what cards and pages need most before anybody asks: one at a time, and only while nobody does. */
import { setTimeout as delay } from 'node:timers/promises'
import type { PictureFormat, PictureWidth } from '@fernweh/contracts/browser/pictures'
import type { Logger } from '@fernweh/kit/server/process/logger'
import type { Variants } from './variants.ts'

const MAX_NEEDED: { width: PictureWidth; format: PictureFormat }[] = [
  { width: 480, format: 'avif' },
  { width: 768, format: 'avif' },
]
/** Rests so many times as long as it worked, so that others start and answer as fast as without it. */
const REST = 4
const LOOK_AGAIN_MS = 200

export interface Warmer {
  /** Pictures may have come. */
  poke(): void
  stop(): Promise<void>
}

export function createWarmer({
  variants,
  firstShown,
  log,
}: {
  variants: Variants
  /** Those that are worth it, the most important first. */
  firstShown(): Promise<string[]>
  log: Logger
}): Warmer {
  const warm = new Set<string>()
  const stopping = new AbortController()
  const { signal } = stopping
  let working: Promise<void> | null = null
  let poked = false

  async function work(): Promise<void> {
    while (poked && !signal.aborted) {
      poked = false
      for (const pictureId of await firstShown()) {
        if (warm.has(pictureId)) continue
        for (const variant of MAX_NEEDED) await printQuietly({ pictureId, ...variant })
        warm.add(pictureId)
      }
    }
  }

  async function printQuietly(variant: Parameters<Variants['get']>[0]): Promise<void> {
    while (variants.busy() > 0) await delay(LOOK_AGAIN_MS, undefined, { signal })
    const from = performance.now()
    await variants.get(variant)
    await delay((performance.now() - from) * REST, undefined, { signal })
  }

  return {
    poke() {
      poked = true
      working ??= work()
        .catch((error: Error) => signal.aborted || log.warn({ err: error.message }, 'pictures stay cold'))
        .then(() => {
          working = null
        })
    },
    async stop() {
      stopping.abort()
      await working
    },
  }
}
