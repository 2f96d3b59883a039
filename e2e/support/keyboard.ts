/** Keyboard navigation that checks for visible focus. */
import { expect, type JSHandle, type Page } from '@playwright/test'

const MAX_TAB_STOPS = 120

type FocusProbe = ReturnType<typeof createFocusProbe>

/** Presses Tab until the focused element matches. Every tab stop on the way must have a visible focus. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const probe = await page.evaluateHandle(createFocusProbe)
  const passed: string[] = []
  for (let stop = 0; stop < MAX_TAB_STOPS; stop++) {
    await press(page, probe)
    const { matches, html } = await probe.evaluate((focus, wanted) => focus.describe(wanted), selector)
    if (matches) return
    passed.push(html)
  }
  throw new Error(`No tab stop matches ${selector}; passed ${passed.join('\n')}`)
}

/** Presses Tab once. The element that loses the focus must have looked different while it had it. */
export async function tab(page: Page): Promise<void> {
  await press(page, await page.evaluateHandle(createFocusProbe))
}

async function press(page: Page, probe: JSHandle<FocusProbe>): Promise<void> {
  await probe.evaluate((focus) => focus.remember())
  await page.keyboard.press('Tab')
  if (await probe.evaluate((focus) => focus.isDistinct())) return
  const name = await probe.evaluate((focus) => focus.nameOfLeft())
  // Outlines may be animated.
  await expect
    .poll(() => probe.evaluate((focus) => focus.isDistinct()), {
      message: `the focus is invisible on ${name}`,
      timeout: 10_000,
    })
    .toBe(true)
}

/** Runs in the page: compares how an element looks with and without the focus. */
function createFocusProbe() {
  /** The focused element, also inside the layout's shadow DOM. */
  const focused = (): HTMLElement => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    return (element ?? document.body) as HTMLElement
  }
  /** Outlines of an element, its pseudo-elements, its neighbours and its labels. */
  const outlinesOf = (element: HTMLElement): string => {
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
  let left = document.body
  let before = ''
  return {
    remember: () => {
      left = focused()
      before = outlinesOf(left)
    },
    isDistinct: () => {
      const isStop = left.tabIndex >= 0 && left.isConnected
      // Date fields have tab stops inside, which the browser draws itself.
      return !isStop || focused() === left || outlinesOf(left) !== before
    },
    nameOfLeft: () => left.outerHTML.slice(0, 120),
    describe: (selector: string) => ({ matches: focused().matches(selector), html: focused().outerHTML.slice(0, 80) }),
  }
}
