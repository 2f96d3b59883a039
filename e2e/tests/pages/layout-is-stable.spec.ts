import type { Page } from '@playwright/test'
import { expect, type PageEntry, test, visitAll } from '../../support/all-pages.ts'

/** Elements that were shifted without user input. */
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
                .filter(({ hadRecentInput }) => !hadRecentInput)
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
    await visitAll(browser, prepared, { viewport, locale: 'en-GB' }, findAll)
    expect(found).toEqual({})
  })
}

test('finds an element that is pushed down by a late one', async ({ visitor }) => {
  await visitor.goto('/nowhere')
  await visitor.evaluate(() => {
    const late = Object.assign(document.createElement('p'), { textContent: 'Late' })
    requestAnimationFrame(() => document.getElementById('main')?.prepend(late))
  })
  await expect.poll(() => findShifts(visitor)).not.toEqual([])
})
