import type { Page } from '@playwright/test'
import { expect, test, visitAll } from '../every-page.ts'

/** What moved since the page was opened, by itself. */
const moved = (page: Page) =>
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
        // What is buffered is told before the second frame.
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
  test(`nothing on any page moves by itself while its fragments arrive, at ${viewport.width} px`, async ({
    browser,
    prepared,
  }) => {
    test.setTimeout(120_000)
    const found: Record<string, string[]> = {}
    await visitAll(browser, prepared, { viewport, locale: 'en-GB' }, async (page, { name }) => {
      const here = await moved(page)
      if (here.length > 0) found[name] = here
    })
    expect(found).toEqual({})
  })
}

test('what is pushed down by something that comes late is found', async ({ visitor }) => {
  await visitor.goto('/nowhere')
  await visitor.evaluate(() => {
    const late = Object.assign(document.createElement('p'), { textContent: 'Late' })
    requestAnimationFrame(() => document.getElementById('main')?.prepend(late))
  })
  await expect.poll(() => moved(visitor)).not.toEqual([])
})
