import type { Page } from '@playwright/test'
import { anExperience, expect, goAs, test } from '../fernweh.ts'
import { book } from '../journey.ts'

const isKept = (page: Page, path: string) => page.evaluate(async (url) => Boolean(await caches.match(url)), path)

test('a ticket once seen is shown without a network, other pages say what is missing, and a sign-out takes it away', async ({
  ann,
  stack,
}) => {
  await book(ann, await anExperience(stack, 25))
  const reference = (await ann.getByText(/^FW-/).first().textContent()) as string
  const ticket = `/tickets/${reference}`
  await ann.goto(ticket)
  await expect.poll(() => isKept(ann, ticket), { timeout: 20_000 }).toBe(true)

  await ann.context().setOffline(true)
  await ann.goto('/bookings')
  await expect(ann.locator('[data-own]')).toBeVisible()
  await ann.goto(ticket)
  await expect(ann.getByText(reference).first()).toBeVisible()

  await ann.context().setOffline(false)
  await ann.goto('/')
  await ann.locator('form[action="/api/account/sign-out"] button').first().click()
  await expect(ann.locator('a[href^="/sign-in"]').first()).toBeVisible()
  // The worker went with the rest, and comes again.
  await expect.poll(() => isKept(ann, '/offline'), { timeout: 20_000 }).toBe(true)
  expect(await isKept(ann, ticket)).toBe(false)
  await ann.context().setOffline(true)
  await ann.goto(ticket)
  await expect(ann.locator('[data-own]')).toBeVisible()
  await expect(ann.getByText(reference)).toHaveCount(0)
})

test('a ticket that was kept goes as soon as the browser hears that its session was ended on another device', async ({
  ann,
  browser,
  stack,
}) => {
  await book(ann, await anExperience(stack, 26))
  const ticket = `/tickets/${await ann.getByText(/^FW-/).first().textContent()}`
  await ann.goto(ticket)
  await expect.poll(() => isKept(ann, ticket), { timeout: 20_000 }).toBe(true)

  const elsewhere = await goAs(browser, { baseURL: stack.url }, 'Ann')
  await elsewhere.goto('/account')
  await elsewhere.locator('form[action="/api/account/sign-out-everywhere"] button').click()
  await expect(elsewhere.locator('a[href^="/sign-in"]').first()).toBeVisible()

  await ann.goto('/')
  await expect.poll(() => isKept(ann, '/offline'), { timeout: 20_000 }).toBe(true)
  expect(await isKept(ann, ticket)).toBe(false)
  await ann.context().setOffline(true)
  await ann.goto(ticket)
  await expect(ann.locator('[data-own]')).toBeVisible()
})
