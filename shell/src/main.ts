// The record and its policy come first. The four below are what the shell shares: federation provides only what is
// imported here.
import './record.ts'
import 'react'
import 'react/jsx-runtime'
import 'react-dom'
import 'react-dom/client'
import { hydrate } from './hydrate.ts'
import { fetchLateFragments } from './late-fragments.ts'

const layout = document.querySelector<HTMLElement>('[data-layout]')
if (layout) start(layout)

/**
 * Fragments come in any order; each is brought to life as soon as its last byte is here, whatever the slowest one does. The
 * frame's fragments wait for the page's own.
 */
function start(layout: HTMLElement) {
  const seen = new WeakSet<Element>()
  const hydrateComplete = (selector: string) => {
    for (const section of layout.querySelectorAll<HTMLElement>(`:scope > ${selector}`)) {
      const complete = section.nextSibling !== null || document.readyState !== 'loading'
      if (!complete || seen.has(section)) continue
      seen.add(section)
      void hydrate(section)
    }
  }
  const own = () => hydrateComplete('[data-fragment]:not([data-later])')
  const observer = new MutationObserver(own)
  const finish = () => {
    observer.disconnect()
    own()
    whenIdle(() => {
      hydrateComplete('[data-fragment]')
      void fetchLateFragments(layout)
      void import(/* webpackChunkName: "later" */ './later.ts')
    })
  }
  observer.observe(layout, { childList: true })
  own()
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', finish, { once: true })
  else finish()
}

/** Not in every browser. */
function whenIdle(work: () => void) {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 2000 })
  else setTimeout(work, 200)
}
