import { randomUUID } from 'node:crypto'
import { bookSeats, withAndWithoutJavaScript } from '../../support/booking.ts'
import { expect, pickExperience, test } from '../../support/fixtures.ts'
import { signUp } from '../../support/sign-up.ts'

withAndWithoutJavaScript(() => {
  test('a new visitor signs up, books, pays and gets the ticket on the page, by mail and in the calendar', async ({
    visitor: page,
    stack,
    mailbox,
    stripe,
  }) => {
    const mail = `zoe-${randomUUID()}@example.org`
    await page.goto('/sign-up')
    await signUp(page, mailbox, mail)
    await page.waitForURL('/account?*')
    const bookingId = await bookSeats(page, await pickExperience(stack))

    const ticket = page.getByRole('region', { name: 'Your ticket' })
    const reference = (await ticket.getByText(/^FW-/).textContent()) as string
    await expect(ticket.getByRole('img', { name: `Code of ticket ${reference}` })).toBeVisible()

    const confirmation = await mailbox.newestMail(mail, /^Booked/)
    expect(confirmation.text).toContain(`Reference: ${reference}`)
    expect(confirmation.links).toContain(page.url().split('?')[0])

    const calendar = await page.request.get(`/api/bookings/bookings/${bookingId}/calendar.ics`)
    expect(calendar.headers()['content-type']).toContain('text/calendar')
    expect(await calendar.text()).toContain(reference)

    const { charges } = await stripe.state()
    const own = charges.filter(({ metadata }) => metadata.paymentId === bookingId)
    expect(own).toMatchObject([{ paid: true, refunded: false }])

    await page.goto(`/tickets/${reference}`)
    await expect(page.getByText('This ticket is valid.')).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText('Zoë')
  })
})
