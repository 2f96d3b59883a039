import { randomUUID } from 'node:crypto'
import type { Stack } from '@fernweh/stack/topology/start-stack'
import type { Page } from '@playwright/test'
import { waitUntilSettled } from '../../support/all-pages.ts'
import { withAndWithoutJavaScript } from '../../support/booking.ts'
import { expect, pickExperience, test } from '../../support/fixtures.ts'
import { signUp } from '../../support/sign-up.ts'

interface Choice {
  experienceId: string
  sessionId: string
}

const option = (page: Page, sessionId: string) => page.locator(`[data-session="${sessionId}"]`)

/** The free seats that the page shows. */
async function countSeats(page: Page, sessionId: string): Promise<number> {
  return Number(/(\d+) seats? left/.exec((await option(page, sessionId).textContent()) ?? '')?.[1])
}

/** Opens the page of an experience and chooses the last listed session with room for four. */
async function chooseForFour(page: Page, stack: Stack): Promise<Choice> {
  const { experienceId } = await pickExperience(stack)
  await page.goto(`/e/${experienceId}`)
  const last = page.locator('[data-session]', { hasText: /\b([4-9]|\d\d) seats left/ }).last()
  await last.click()
  const sessionId = (await last.getAttribute('data-session')) as string
  const unscripted = page.getByLabel('How many people?')
  if (await unscripted.isVisible()) await unscripted.selectOption('4')
  else for (let more = 0; more < 2; more++) await page.getByRole('button', { name: 'One person more' }).click()
  return { experienceId, sessionId }
}

/** The page shows the choice, wherever it led in between. */
async function expectChoice(page: Page, { experienceId, sessionId }: Choice, button: RegExp): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`/e/${experienceId}\\?(.*&)?seats=4(&|$)`))
  await expect(option(page, sessionId).getByRole('radio')).toBeChecked()
  await expect(page.getByRole('button', { name: button }).or(page.getByRole('link', { name: button }))).toBeVisible()
}

const signInAsAnn = (page: Page) => page.getByRole('button', { name: /^Ann/ }).click()

test('what a visitor has chosen survives a reload and another language', async ({ visitor, stack }) => {
  const choice = await chooseForFour(visitor, stack)
  await expectChoice(visitor, choice, /^Sign in to hold 4 seats$/)
  await visitor.reload()
  await expectChoice(visitor, choice, /^Sign in to hold 4 seats$/)
  await visitor.getByRole('button', { name: 'Deutsch' }).click()
  await expectChoice(visitor, choice, /^Anmelden.* 4 Plätze/)
})

test('what a visitor has chosen survives the sign-in in the menu, and the sign-out', async ({ visitor, stack }) => {
  const choice = await chooseForFour(visitor, stack)
  await visitor.getByRole('link', { name: 'Sign in', exact: true }).click()
  await signInAsAnn(visitor)
  await expectChoice(visitor, choice, /^Hold 4 seats$/)
  await visitor.getByRole('button', { name: 'Sign out' }).click()
  await expectChoice(visitor, choice, /^Sign in to hold 4 seats$/)
})

test('the hold that was wanted is made at once after the sign-in, and not again by a reload', async ({
  visitor,
  stack,
}) => {
  const { sessionId } = await chooseForFour(visitor, stack)
  await visitor.getByRole('link', { name: 'Sign in to hold 4 seats' }).click()
  await signInAsAnn(visitor)
  await expect(visitor.getByText('You hold 4 seats').first()).toBeVisible()
  await expect(option(visitor, sessionId)).toContainText('You hold 4 seats')
  await visitor.reload()
  await waitUntilSettled(visitor)
  await expect(visitor.locator('[data-booking]')).toHaveCount(1)
  await expect(option(visitor, sessionId)).toContainText('You hold 4 seats')
})

test('the hold that was wanted is made at once after a sign-up by mail', async ({ visitor, stack, mailbox }) => {
  const { sessionId } = await chooseForFour(visitor, stack)
  await visitor.getByRole('link', { name: 'Sign in to hold 4 seats' }).click()
  await visitor.getByRole('link', { name: 'Create an account' }).click()
  await signUp(visitor, mailbox, `zoe-${randomUUID()}@example.org`)
  await expect(option(visitor, sessionId)).toContainText('You hold 4 seats')
})

test('a link alone holds nothing', async ({ ann, stack }) => {
  const { experienceId, sessionId } = await pickExperience(stack)
  await ann.goto(`/e/${experienceId}?seats=4&session=${sessionId}`)
  // By then a hold would be under way, and its button busy.
  await waitUntilSettled(ann)
  await expect(ann.getByRole('button', { name: 'Hold 4 seats' })).toBeEnabled()
  await expect(option(ann, sessionId).getByRole('radio')).toBeChecked()
  await expect(ann.locator('[data-booking]')).toHaveCount(0)
})

test('a result for four people leads to its session, for four', async ({ visitor }) => {
  await visitor.goto('/find?seats=4')
  await visitor.locator('[data-results] h3 a').first().click()
  await expect(visitor).toHaveURL(/[?&]seats=4&session=/)
  const sessionId = new URL(visitor.url()).searchParams.get('session') as string
  await expect(option(visitor, sessionId).getByRole('radio')).toBeChecked()
  await expect(visitor.getByRole('link', { name: 'Sign in to hold 4 seats' })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('what a visitor has chosen survives the sign-in', async ({ visitor, stack }) => {
    const { experienceId, sessionId } = await chooseForFour(visitor, stack)
    await visitor.getByRole('button', { name: 'Sign in to hold seats' }).click()
    await signInAsAnn(visitor)
    await expectChoice(visitor, { experienceId, sessionId }, /^Hold seats$/)
    await visitor.getByRole('button', { name: 'Hold seats' }).click()
    await expect(visitor.getByText('4 seats').first()).toBeVisible()
  })
})

withAndWithoutJavaScript(() => {
  test('a session without room cannot be chosen', async ({ ann, bob, stack, javaScriptEnabled }) => {
    const { experienceId, sessionId } = await pickExperience(stack)
    await bob.goto(`/e/${experienceId}`)
    const seats = await countSeats(bob, sessionId)
    await bob.goto(`/e/${experienceId}?seats=${seats}&session=${sessionId}`)
    await bob.getByRole('button', { name: /^Hold / }).click()
    await expect(bob.locator('[data-booking], [data-phase]').first()).toBeVisible()

    await ann.goto(`/e/${experienceId}`)
    await expect(option(ann, sessionId)).toContainText('Sold out')
    await expect(option(ann, sessionId).getByRole('radio')).toBeDisabled()
    await expect(option(ann, sessionId).getByRole('radio')).not.toBeChecked()
    if (!javaScriptEnabled) return
    await ann.goto(`/e/${experienceId}?seats=20`)
    await expect(ann.getByText('None of these times has room for 20 people.')).toBeVisible()
    await expect(ann.getByRole('button', { name: /^Hold/ })).toHaveCount(0)
  })
})

test('seats that others take first are said to be gone before the button is pressed', async ({ ann, bob, stack }) => {
  const { experienceId, sessionId } = await pickExperience(stack)
  await ann.goto(`/e/${experienceId}?session=${sessionId}`)
  const seats = await countSeats(ann, sessionId)
  await bob.goto(`/e/${experienceId}?seats=${seats - 1}&session=${sessionId}`)
  await bob.getByRole('button', { name: `Hold ${seats - 1} seats` }).click()
  await expect(ann.getByText('Only 1 seat is left at this time')).toBeVisible()
  await expect(ann.getByRole('button', { name: /^Hold/ })).toHaveCount(0)
  // Bob, who took them, learns that they are his.
  await expect(bob.getByText(`You already hold ${seats - 1} of these seats; only 1 more is free.`)).toBeVisible()
})
