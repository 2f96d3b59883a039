import { type ComponentType, createElement, type ReactNode, startTransition, useEffect } from 'react'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { clearOutcome } from '../forms/clear-outcome.ts'
import type { FragmentProps, FragmentState, Host, Mount } from '../host/host.ts'
import { MessagesProvider } from '../host/use-messages.ts'
import { toFragmentProps } from './fragment-props.ts'
import { prefixOf } from './prefix.ts'

/**
 * React empties a root whose render throws; what stood there before is put back, so that a broken fragment stays readable.
 * @public Called by the generated module of each fragment.
 */
export function mountFragment<Data, Events extends object>(
  Fragment: ComponentType<FragmentProps<Data, Events>>,
): Mount {
  return (root, host, state) => {
    const before = [...root.childNodes].map((node) => node.cloneNode(true))
    const options = {
      identifierPrefix: prefixOf(root),
      onUncaughtError(error: unknown) {
        console.error(error)
        queueMicrotask(() => restore(mounted, root, before))
      },
    }
    const fragment = createElement(Fragment, toFragmentProps(state as FragmentState<Data>, host as Host<Events>))
    const element = createElement(MessagesProvider, host, createElement(Interactive, { root }, fragment))
    let mounted: Root
    // A transition yields the processor between pieces, so that the page scrolls while it is hydrated.
    startTransition(() => {
      mounted = before.length > 0 ? hydrateRoot(root, element, options) : createRoot(root, options)
      if (before.length === 0) mounted.render(element)
    })
    return () => mounted.unmount()
  }
}

/** Marks the root, for stylesheets and tests, once the fragment is hydrated. */
function Interactive({ root, children }: { root: HTMLElement; children?: ReactNode }) {
  useEffect(() => {
    root.dataset.interactive = ''
    clearOutcome()
    performance.mark(`interactive ${root.parentElement?.dataset.fragment}`)
  }, [root])
  return children
}

function restore(mounted: Root, root: HTMLElement, before: Node[]) {
  mounted.unmount()
  root.replaceChildren(...before)
  delete root.dataset.interactive
  root.dataset.broken = ''
}
