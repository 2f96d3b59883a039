/** What somebody does who has a keyboard and no mouse. */
import { type ElementHandle, expect, type Page } from '@playwright/test'

const MAX_STOPS = 120

/** Goes on from stop to stop until the focus is on what matches. Every stop on the way must show that it has the focus. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const passed: string[] = []
  for (let stop = 0; stop < MAX_STOPS; stop++) {
    await tab(page)
    const focused = await focusOf(page)
    if (await focused.evaluate((element, wanted) => element.matches(wanted), selector)) return
    passed.push(await focused.evaluate((element) => element.outerHTML.slice(0, 80)))
  }
  throw new Error(`No stop matches ${selector}; passed ${passed.join('\n')}`)
}

/** One stop further. What is left looked otherwise around its edges while it had the focus. */
export async function tab(page: Page): Promise<void> {
  const left = await focusOf(page)
  const before = await left.evaluate(edgesOf)
  await page.keyboard.press('Tab')
  const isStop = await left.evaluate((element) => element.tabIndex >= 0 && element.isConnected)
  const hasMoved = !(await (await focusOf(page)).evaluate((element, other) => element === other, left))
  // A field for dates has stops within, and the browser draws them.
  if (!isStop || !hasMoved) return
  const name = await left.evaluate((element) => element.outerHTML.slice(0, 120))
  await expect.poll(() => left.evaluate(edgesOf), { message: `the focus is not seen on ${name}` }).not.toBe(before)
}

/** What has the focus, also within the layout's shadow. */
async function focusOf(page: Page): Promise<ElementHandle<HTMLElement>> {
  const handle = await page.evaluateHandle(() => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    return (element ?? document.body) as HTMLElement
  })
  return handle.asElement() as ElementHandle<HTMLElement>
}

/** The outlines of an element, of what it draws beside itself, and of its label. */
function edgesOf(element: HTMLElement): string {
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
