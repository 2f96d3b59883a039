/** Keyboard navigation that checks for visible focus. */
import { type ElementHandle, expect, type Page } from '@playwright/test'

const MAX_TAB_STOPS = 120

/** Presses Tab until the focused element matches. Every tab stop on the way must have a visible focus. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const passed: string[] = []
  for (let stop = 0; stop < MAX_TAB_STOPS; stop++) {
    await tab(page)
    const focused = await focusOf(page)
    if (await focused.evaluate((element, wanted) => element.matches(wanted), selector)) return
    passed.push(await focused.evaluate((element) => element.outerHTML.slice(0, 80)))
  }
  throw new Error(`No tab stop matches ${selector}; passed ${passed.join('\n')}`)
}

/** Presses Tab once. The element that loses the focus must have looked different while it had it. */
export async function tab(page: Page): Promise<void> {
  const left = await focusOf(page)
  const before = await left.evaluate(outlinesOf)
  await page.keyboard.press('Tab')
  const isStop = await left.evaluate((element) => element.tabIndex >= 0 && element.isConnected)
  const hasMoved = !(await (await focusOf(page)).evaluate((element, other) => element === other, left))
  // Date fields have tab stops inside, which the browser draws itself.
  if (!isStop || !hasMoved) return
  const name = await left.evaluate((element) => element.outerHTML.slice(0, 120))
  await expect.poll(() => left.evaluate(outlinesOf), { message: `the focus is invisible on ${name}` }).not.toBe(before)
}

/** The focused element, also inside the layout's shadow DOM. */
async function focusOf(page: Page): Promise<ElementHandle<HTMLElement>> {
  const handle = await page.evaluateHandle(() => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    return (element ?? document.body) as HTMLElement
  })
  return handle.asElement() as ElementHandle<HTMLElement>
}

/** Outlines of an element, its pseudo-elements, its neighbours and its labels. */
function outlinesOf(element: HTMLElement): string {
  const labels = [...((element as HTMLInputElement).labels ?? [])]
  const near = [element, element.nextElementSibling, element.parentElement, ...labels].flatMap((one) => one ?? [])
  const outlines = near.flatMap((one) =>
    [null, '::before', '::after'].map((pseudo) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one, pseudo)
      return outlineStyle === 'none' ? '' : `${outlineWidth} ${outlineColor}`
    }),
  )
  return outlines.join()
}
