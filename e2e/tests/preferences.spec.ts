import type { Page } from '@playwright/test'
import { anExperience, expect, test } from '../fernweh.ts'

/** How many things move, or would. */
const moving = (page: Page) =>
  page.evaluate(
    () =>
      document.getAnimations().filter(({ effect, playState }) => {
        const { duration, delay } = effect?.getComputedTiming() ?? {}
        return playState === 'running' && Number(duration) + Number(delay) > 1
      }).length,
  )

test('nothing moves for somebody who wants no motion', async ({ visitor, stack }) => {
  await visitor.goto('/ui')
  await expect.poll(() => moving(visitor)).toBeGreaterThan(0)
  await visitor.emulateMedia({ reducedMotion: 'reduce' })
  for (const path of ['/ui', '/', '/find', `/e/${(await anExperience(stack, 20)).experienceId}`]) {
    await visitor.goto(path)
    await expect(visitor.locator('[slot="main"] > [data-interactive]')).toBeAttached()
    expect(await moving(visitor), path).toBe(0)
  }
})

/** Controls that a few colours would make invisible: neither an edge nor a line under their words. */
const withoutEdge = (page: Page) =>
  page.evaluate(() => {
    const shadows = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
    const controls = [document, ...shadows].flatMap((root) => [
      ...root.querySelectorAll(
        'button, select, textarea, input:not([type="hidden"], [type="radio"], [type="checkbox"])',
      ),
    ])
    return controls
      .filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((control) => {
        const { borderBottomStyle, borderBottomWidth, textDecorationLine, outlineStyle } = getComputedStyle(control)
        const hasBorder = borderBottomStyle !== 'none' && Number.parseFloat(borderBottomWidth) >= 1
        return !hasBorder && outlineStyle === 'none' && textDecorationLine === 'none'
      })
      .map((control) => control.outerHTML.slice(0, 120))
  })

test('with a system’s own few colours every control has an edge', async ({ ann, stack }) => {
  await ann.emulateMedia({ forcedColors: 'active' })
  for (const path of ['/ui', '/', '/find', `/e/${(await anExperience(stack, 20)).experienceId}`, '/account']) {
    await ann.goto(path)
    await expect(ann.locator('[slot="main"] > [data-interactive]')).toBeAttached()
    expect(await withoutEdge(ann), path).toEqual([])
  }
})

test('a control without an edge is found', async ({ visitor }) => {
  await visitor.emulateMedia({ forcedColors: 'active' })
  await visitor.goto('/nowhere')
  await visitor.evaluate(() => {
    const bare = Object.assign(document.createElement('button'), { textContent: 'Bare' })
    bare.style.border = 'none'
    document.getElementById('main')?.append(bare)
  })
  expect(await withoutEdge(visitor)).toHaveLength(1)
})
