// The record and its policy come first. The four modules below it are shared with the remotes: federation provides only
// what is imported here.
import './page-record.ts'
import 'react'
import 'react/jsx-runtime'
import 'react-dom'
import 'react-dom/client'
import { hydrate } from './fragments/hydrate.ts'
import { fetchMissingFragments } from './fragments/missing-fragments.ts'

const layout = document.querySelector<HTMLElement>('[data-layout]')
if (layout) start(layout)

/**
 * Fragments arrive in any order; each is hydrated as soon as it is complete, independent of slower ones. The frame's fragments
 * wait for the page's own.
 */
function start(layout: HTMLElement) {
  const hydrated = new WeakSet<Element>()
  const hydrateComplete = (selector: string) => {
    for (const section of layout.querySelectorAll<HTMLElement>(`:scope > ${selector}`)) {
      const complete = section.nextSibling !== null || document.readyState !== 'loading'
      if (!complete || hydrated.has(section)) continue
      hydrated.add(section)
      void hydrate(section)
    }
  }
  const hydrateOwn = () => hydrateComplete('[data-fragment]:not([data-later])')
  const observer = new MutationObserver(hydrateOwn)
  const finish = () => {
    observer.disconnect()
    hydrateOwn()
    whenIdle(() => {
      hydrateComplete('[data-fragment]')
      void fetchMissingFragments(layout)
      void import(/* webpackChunkName: "after-load" */ './after-load/after-load.ts')
    })
  }
  observer.observe(layout, { childList: true })
  hydrateOwn()
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', finish, { once: true })
  else finish()
}

/** Safari has no `requestIdleCallback`. */
function whenIdle(work: () => void) {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 2000 })
  else setTimeout(work, 200)
}
