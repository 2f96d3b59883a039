import type { Page } from '@playwright/test'
import { expect, type PageEntry, test, visitAll } from '../../support/all-pages.ts'

declare global {
  interface Window {
    /** When the main fragment had been painted whole, in milliseconds since the navigation. */
    mainPaintedAt?: number
  }
}

/** A page begins with its main fragment, which a slow machine paints in pieces; the others arrive after it. */
function recordMainPaint(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[data-layout] > [slot="main"]')?.nextSibling) return
    observer.disconnect()
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        window.mainPaintedAt = performance.now()
      }),
    )
  })
  observer.observe(document, { childList: true, subtree: true })
}

/** Elements that were shifted by a fragment beside the main one, without user input. */
const findShifts = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const entries: (PerformanceEntry & { hadRecentInput: boolean; sources: { node: Node | null }[] })[] = []
        const nameOf = (node: Node | null) =>
          (node as Element | null)?.outerHTML?.slice(0, 100) ?? node?.nodeValue ?? ''
        new PerformanceObserver((list) => entries.push(...(list.getEntries() as typeof entries))).observe({
          type: 'layout-shift',
          buffered: true,
        })
        // Buffered entries are delivered before the second frame.
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            resolve(
              entries
                .filter(({ hadRecentInput, startTime }) => !hadRecentInput && startTime > (window.mainPaintedAt ?? 0))
                .flatMap(({ sources }) => sources.map(({ node }) => nameOf(node))),
            ),
          ),
        )
      }),
  )

for (const viewport of [
  { width: 320, height: 640 },
  { width: 1440, height: 900 },
]) {
  test(`no page shifts while its fragments arrive, at ${viewport.width} px`, async ({ browser, prepared }) => {
    const found: Record<string, string[]> = {}
    const findAll = async (page: Page, { name }: PageEntry) => {
      const shifts = await findShifts(page)
      if (shifts.length > 0) found[name] = shifts
    }
    await visitAll(browser, prepared, { viewport, locale: 'en-GB' }, findAll, (context) =>
      context.addInitScript(recordMainPaint),
    )
    expect(found).toEqual({})
  })
}

test('finds an element that is pushed down by a late one', async ({ visitor }) => {
  await visitor.addInitScript(recordMainPaint)
  await visitor.goto('/sign-in')
  await visitor.waitForFunction(() => window.mainPaintedAt !== undefined)
  await visitor.evaluate(() => {
    const late = Object.assign(document.createElement('p'), { textContent: 'Late' })
    requestAnimationFrame(() => document.getElementById('main')?.prepend(late))
  })
  await expect.poll(() => findShifts(visitor)).not.toEqual([])
})
