import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { anExperience, expect, test } from '../fernweh.ts'
import { book, withAndWithoutJavaScript } from '../journey.ts'
import type { mailboxOf } from '../third-parties.ts'

/** From an empty browser; the mail’s link leads on. */
async function signUp(page: Page, mailbox: ReturnType<typeof mailboxOf>, mail: string): Promise<void> {
  await page.goto('/sign-up')
  await page.getByLabel('Name').fill('Zoë')
  await page.getByLabel('Mail address').fill(mail)
  await page.getByLabel('Password', { exact: true }).fill('three quiet herons')
  await page.getByRole('button', { name: 'Make my account' }).click()
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible()
  const { links } = await mailbox.newestMail(mail, /Confirm/)
  await page.goto(links.find((link) => link.includes('/sign-up/confirm')) as string)
  await page.getByLabel('Your password', { exact: true }).fill('three quiet herons')
  await page.getByRole('button', { name: 'Open my account' }).click()
  await page.waitForURL('/account?*')
}

withAndWithoutJavaScript(() => {
  test('a stranger signs up, books and pays, and has the ticket on the page, in the mail and in the calendar', async ({
    visitor: page,
    stack,
    mailbox,
    stripe,
    javaScriptEnabled,
  }) => {
    const mail = `zoe-${randomUUID()}@example.org`
    await signUp(page, mailbox, mail)
    const bookingId = await book(page, await anExperience(stack, javaScriptEnabled ? 4 : 5))

    const ticket = page.getByRole('region', { name: 'Your ticket' })
    const reference = (await ticket.getByText(/^FW-/).textContent()) as string
    await expect(ticket.getByRole('img', { name: `Code of ticket ${reference}` })).toBeVisible()

    const confirmation = await mailbox.newestMail(mail, /^Booked/)
    expect(confirmation.text).toContain(`Reference: ${reference}`)
    expect(confirmation.links).toContain(page.url().split('?')[0])

    const calendar = await page.request.get(`/api/bookings/bookings/${bookingId}/calendar.ics`)
    expect(calendar.headers()['content-type']).toContain('text/calendar')
    expect(await calendar.text()).toContain(reference)

    const { charges } = await stripe.saw()
    const own = charges.filter(({ metadata }) => metadata.paymentId === bookingId)
    expect(own).toMatchObject([{ paid: true, refunded: false }])

    await page.goto(`/tickets/${reference}`)
    await expect(page.getByText('This ticket is valid.')).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText('Zoë')
  })
})
