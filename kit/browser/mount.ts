import { type ComponentType, createElement, type ReactNode, startTransition, useEffect } from 'react'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { forgetOutcome } from './forget-outcome.ts'
import type { Mount, PartProps, PartState } from './host.ts'
import { toProps } from './part-props.ts'
import { prefixOf } from './prefix.ts'
import { WordsProvider } from './words.ts'

/**
 * Hydrates the server's HTML, or renders into an empty root. React empties a root whose render throws; what stood there
 * before is put back, so that a broken part costs its liveliness and not its content.
 */
export function mountPart<Data>(Part: ComponentType<PartProps<Data>>): Mount {
  return (root, host, state) => {
    const before = [...root.childNodes].map((node) => node.cloneNode(true))
    const options = {
      identifierPrefix: prefixOf(root),
      onUncaughtError(error: unknown) {
        console.error(error)
        queueMicrotask(() => restore(mounted, root, before))
      },
    }
    const part = createElement(Part, toProps(state as PartState<Data>, host))
    const element = createElement(WordsProvider, host, createElement(Alive, { root }, part))
    let mounted: Root
    // A transition lets go of the processor between pieces: a page that comes to life still scrolls.
    startTransition(() => {
      mounted = before.length > 0 ? hydrateRoot(root, element, options) : createRoot(root, options)
      if (before.length === 0) mounted.render(element)
    })
    return () => mounted.unmount()
  }
}

/** Tells, outside of React, that the part answers. */
function Alive({ root, children }: { root: HTMLElement; children?: ReactNode }) {
  useEffect(() => {
    root.dataset.alive = ''
    forgetOutcome()
    performance.mark(`alive ${root.parentElement?.dataset.part}`)
  }, [root])
  return children
}

function restore(mounted: Root, root: HTMLElement, before: Node[]) {
  mounted.unmount()
  root.replaceChildren(...before)
  delete root.dataset.alive
  root.dataset.broken = ''
}
