import type { Page } from '@playwright/test'
import { expect, pickExperience, test } from '../../support/fixtures.ts'

/** Number of running animations. */
const moving = (page: Page) =>
  page.evaluate(
    () =>
      document.getAnimations().filter(({ effect, playState }) => {
        const { duration, delay } = effect?.getComputedTiming() ?? {}
        return playState === 'running' && Number(duration) + Number(delay) > 1
      }).length,
  )

test('nothing is animated with reduced motion', async ({ visitor, stack }) => {
  await visitor.goto('/ui')
  await expect.poll(() => moving(visitor)).toBeGreaterThan(0)
  await visitor.emulateMedia({ reducedMotion: 'reduce' })
  for (const path of ['/ui', '/', '/find', `/e/${(await pickExperience(stack)).experienceId}`]) {
    await visitor.goto(path)
    await expect(visitor.locator('[slot="main"] > [data-interactive]')).toBeAttached()
    expect(await moving(visitor), path).toBe(0)
  }
})

/** Controls that are invisible with forced colours: without border, outline and underline. */
const findInvisibleControls = (page: Page) =>
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

test('every control is visible with forced colours', async ({ ann, stack }) => {
  await ann.emulateMedia({ forcedColors: 'active' })
  for (const path of ['/ui', '/', '/find', `/e/${(await pickExperience(stack)).experienceId}`, '/account']) {
    await ann.goto(path)
    await expect(ann.locator('[slot="main"] > [data-interactive]')).toBeAttached()
    expect(await findInvisibleControls(ann), path).toEqual([])
  }
})

test('finds a control that is invisible with forced colours', async ({ visitor }) => {
  await visitor.emulateMedia({ forcedColors: 'active' })
  await visitor.goto('/nowhere')
  await visitor.evaluate(() => {
    const bare = Object.assign(document.createElement('button'), { textContent: 'Bare' })
    bare.style.border = 'none'
    document.getElementById('main')?.append(bare)
  })
  expect(await findInvisibleControls(visitor)).toHaveLength(1)
})
