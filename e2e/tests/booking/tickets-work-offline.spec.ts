import type { Page } from '@playwright/test'
import { bookSeats } from '../../support/booking.ts'
import { expect, pickExperience, signInAs, test } from '../../support/fixtures.ts'

const workerState = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state)
const isKept = (page: Page, path: string) => page.evaluate(async (url) => Boolean(await caches.match(url)), path)

test('a visited ticket is shown offline, other pages show the offline page, and a sign-out deletes it', async ({
  ann,
  stack,
}) => {
  await bookSeats(ann, await pickExperience(stack))
  const reference = (await ann.getByText(/^FW-/).first().textContent()) as string
  const ticket = `/tickets/${reference}`
  await ann.goto(ticket)
  await expect.poll(() => isKept(ann, ticket)).toBe(true)

  await ann.context().setOffline(true)
  await ann.goto('/bookings')
  await expect(ann.locator('[data-status-page]')).toBeVisible()
  await ann.goto(ticket)
  await expect(ann.getByText(reference).first()).toBeVisible()

  await ann.context().setOffline(false)
  await ann.goto('/')
  await ann.locator('form[action="/api/account/sign-out"] button').first().click()
  await expect(ann.locator('a[href^="/sign-in"]').first()).toBeVisible()
  // Signing out also removes the worker, which is registered again.
  await expect.poll(() => workerState(ann)).toBe('activated')
  expect(await isKept(ann, ticket)).toBe(false)
  await ann.context().setOffline(true)
  await ann.goto(ticket)
  await expect(ann.locator('[data-status-page]')).toBeVisible()
  await expect(ann.getByText(reference)).toHaveCount(0)
})

test('a ticket that was never opened is shown offline, from the list of bookings and from the offline page with its date', async ({
  ann,
  stack,
}) => {
  const seat = await pickExperience(stack)
  await bookSeats(ann, seat)
  const reference = (await ann.getByText(/^FW-/).first().textContent()) as string
  const ticket = `/tickets/${reference}`
  await expect.poll(() => isKept(ann, ticket)).toBe(true)
  await ann.goto('/bookings')

  await ann.context().setOffline(true)
  await ann.getByRole('link', { name: `Ticket ${reference}` }).click()
  await ann.waitForURL(`**${ticket}`)
  await expect(ann.getByText('This ticket is valid.')).toBeVisible()

  await ann.goto('/find')
  const kept = ann.locator('nav li', { has: ann.getByRole('link', { name: `Ticket ${reference}` }) })
  const [year = ''] = seat.startsAt.split('-')
  await expect(kept).toContainText(new RegExp(`: .*${year}.*\\d\\d:\\d\\d`))
  await kept.getByRole('link').click()
  await expect(ann.getByText('This ticket is valid.')).toBeVisible()
})

test('a kept ticket is deleted once the session was ended on another device', async ({ ann, browser, stack }) => {
  await bookSeats(ann, await pickExperience(stack))
  const ticket = `/tickets/${await ann.getByText(/^FW-/).first().textContent()}`
  await ann.goto(ticket)
  await expect.poll(() => isKept(ann, ticket)).toBe(true)

  const elsewhere = await signInAs(browser, { baseURL: stack.url }, 'Ann')
  await elsewhere.goto('/account')
  await elsewhere.locator('form[action="/api/account/sign-out-everywhere"] button').click()
  await expect(elsewhere.locator('a[href^="/sign-in"]').first()).toBeVisible()
  await elsewhere.context().close()

  await ann.goto('/')
  await expect.poll(() => isKept(ann, '/offline')).toBe(true)
  expect(await isKept(ann, ticket)).toBe(false)
  await ann.context().setOffline(true)
  await ann.goto(ticket)
  await expect(ann.locator('[data-status-page]')).toBeVisible()
})
