/** Renders what cards and pages need most before anybody asks: one at a time, and only while nobody waits. */
import { setTimeout as delay } from 'node:timers/promises'
import type { PictureFormat, PictureVariant, PictureWidth } from '@fernweh/contracts/browser/pictures'
import type { Logger } from '@fernweh/kit/server/process/logger'
import type { Variants } from './variants.ts'

const PREWARMED: { width: PictureWidth; format: PictureFormat }[] = [
  { width: 480, format: 'avif' },
  { width: 768, format: 'avif' },
]
/** Rests this many times as long as it worked, so that other processes start and answer as fast as without it. */
const REST_FACTOR = 4
const CHECK_AGAIN_MS = 200

export interface Prewarmer {
  /** Looks for new pictures. */
  wake(): void
  stop(): Promise<void>
}

interface Deps {
  variants: Variants
  /** Pictures worth rendering early, the most important first. */
  findPictures(): Promise<string[]>
  log: Logger
}

export function createPrewarmer({ variants, findPictures, log }: Deps): Prewarmer {
  const warm = new Set<string>()
  const stopping = new AbortController()
  const { signal } = stopping
  let working: Promise<void> | null = null
  let woken = false

  async function work(): Promise<void> {
    while (woken && !signal.aborted) {
      woken = false
      for (const pictureId of await findPictures()) {
        if (warm.has(pictureId)) continue
        for (const variant of PREWARMED) await renderWhenIdle({ pictureId, ...variant })
        warm.add(pictureId)
      }
    }
  }

  async function renderWhenIdle(variant: PictureVariant): Promise<void> {
    while (variants.pending() > 0) await delay(CHECK_AGAIN_MS, undefined, { signal })
    const from = performance.now()
    await variants.get(variant)
    await delay((performance.now() - from) * REST_FACTOR, undefined, { signal })
  }

  return {
    wake() {
      woken = true
      working ??= work()
        .catch(
          (error: Error) =>
            signal.aborted || log.warn({ err: error.message }, 'prewarming stopped until the next picture'),
        )
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
