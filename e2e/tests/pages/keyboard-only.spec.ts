import { expectPhase } from '../../support/booking.ts'
import { cards, expect, importVisit, pickExperience, signInAs, test } from '../../support/fixtures.ts'
import { tab, tabTo } from '../../support/keyboard.ts'

for (const locale of ['en-GB', 'ar']) {
  test(`in ${locale}, ann searches, holds, pays and reviews by keyboard, with a visible focus throughout`, async ({
    browser,
    stack,
  }) => {
    const ann = await signInAs(browser, { baseURL: stack.url, locale }, 'Ann')
    const { experienceId } = await pickExperience(stack)

    await ann.goto('/')
    await tabTo(ann, 'input[name="q"]')
    await ann.keyboard.type(await titleOf(stack.urls.search as string, experienceId))
    await ann.keyboard.press('Enter')
    await ann.waitForURL('/find?*')
    await tabTo(ann, `a[href="/e/${experienceId}"]`)
    await ann.keyboard.press('Enter')
    await ann.waitForURL(`/e/${experienceId}`)

    await tabTo(ann, 'input[name="sessionId"]')
    await ann.keyboard.press('Space')
    await tabTo(ann, 'form[action="/api/bookings/holds"] button[type="submit"]')
    await ann.keyboard.press('Enter')
    await ann.locator('[data-booking] a[href^="/bookings/"]').first().waitFor()
    await ann.keyboard.press('Shift+Tab')
    await tabTo(ann, '[data-booking] a[href^="/bookings/"]')
    await ann.keyboard.press('Enter')
    await ann.waitForURL('/bookings/*')

    await tabTo(ann, 'form[action$="/pay"] button')
    await ann.keyboard.press('Enter')
    await ann.waitForURL(/\/c\//)
    await tabTo(ann, 'input[name="number"]')
    await ann.keyboard.type(cards.good)
    await ann.keyboard.press('Enter')
    await expectPhase(ann, 'confirmed')

    await importVisit(stack, 'ann', experienceId)
    await ann.goto(`/e/${experienceId}`)
    await tabTo(ann, 'input[name="rating"]')
    await ann.keyboard.press('Space')
    await ann.keyboard.press('ArrowDown')
    await expect(ann.locator('input[name="rating"]:focus')).toBeChecked()
    await tabTo(ann, 'textarea[name="text"]')
    const words = `Came by keys alone, in ${locale}, and would again.`
    await ann.keyboard.type(words)
    await tabTo(ann, 'form[action$="/review"] button[type="submit"]')
    await ann.keyboard.press('Enter')
    await expect(ann.locator('[data-review]', { hasText: words }).first()).toBeVisible()
    await ann.context().close()
  })
}

async function titleOf(search: string, experienceId: string): Promise<string> {
  const { experience } = (await (await fetch(`${search}/experiences/${experienceId}`)).json()) as {
    experience: { data: { title: string } }
  }
  return experience.data.title
}

test('the first tab stop skips to the content, and after the last one the first follows', async ({ ann, stack }) => {
  await ann.goto(`/e/${(await pickExperience(stack)).experienceId}`)
  await expect(ann.locator('[slot="menu"] > [data-interactive]')).toBeAttached()
  await tabTo(ann, 'a.skip')
  await expect(ann.locator('a.skip')).toBeInViewport()
  await ann.keyboard.press('Enter')
  await expect(ann.locator('#main')).toBeFocused()
  await tab(ann)
  await expect(ann.locator('#main :focus')).toHaveCount(1)
  await tabTo(ann, 'footer button[name="language"]')
  await tabTo(ann, 'a.skip')
})

test('finds a tab stop without a visible focus', async ({ visitor }) => {
  await visitor.goto('/nowhere')
  await visitor.evaluate(() => {
    const unseen = Object.assign(document.createElement('button'), { textContent: 'Here' })
    unseen.style.outline = 'none'
    document.getElementById('main')?.prepend(unseen)
  })
  await visitor.locator('#main').focus()
  await tab(visitor)
  await expect(tab(visitor)).rejects.toThrow('the focus is invisible')
})
