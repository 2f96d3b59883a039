/** Renders into the page of a test; every change is shown before the test goes on. */
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

export async function render(element: ReactNode) {
  setActing(true)
  const root = document.body.appendChild(document.createElement('div'))
  const mounted = createRoot(root)
  const show = (next: ReactNode) => act(async () => mounted.render(next))
  await show(element)
  return {
    root,
    show,
    async unmount() {
      await act(async () => mounted.unmount())
      root.remove()
    },
  }
}

/** Without it, errors reach their handlers and updates are shown when React comes to it. */
export const setActing = (acting: boolean) => Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: acting })

export const settle = (work: () => unknown = () => {}) => act(async () => void (await work()))
