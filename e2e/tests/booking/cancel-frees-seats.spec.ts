import { bookSeats, expectPhase, withAndWithoutJavaScript } from '../../support/booking.ts'
import { expect, pickExperience, seatsLeft, test } from '../../support/fixtures.ts'

withAndWithoutJavaScript(() => {
  test('cancelling refunds everything, and the seats are free on every open page', async ({
    ann,
    stack,
    stripe,
    mailbox,
    watcher,
  }) => {
    const seat = await pickExperience(stack)
    await watcher.goto(`/e/${seat.experienceId}`)
    const seats = seatsLeft(watcher, seat.sessionId)
    const before = (await seats.textContent()) as string
    const bookingId = await bookSeats(ann, seat)
    await expect(seats).not.toHaveText(before)

    await ann.getByText('Cancel booking').click()
    await ann.getByRole('button', { name: 'Cancel 2 seats' }).click()

    await expectPhase(ann, 'cancelled')
    await expect(seats).toHaveText(before)
    const refunds = async () =>
      (await stripe.state()).refunds.filter(({ metadata }) => metadata.paymentId === bookingId).length
    await expect.poll(refunds).toBe(1)
    await mailbox.newestMail('ann@people.example', /^Cancelled/)
    await ann.goto(`/bookings/${bookingId}`)
    await expect(ann.getByText(/refunded\. Your bank/)).toBeVisible()
  })
})

test('somebody else’s booking cannot be viewed or cancelled, and neither can its ticket', async ({
  ann,
  bob,
  stack,
}) => {
  const bookingId = await bookSeats(ann, await pickExperience(stack))

  const shown = await bob.goto(`/bookings/${bookingId}`)
  expect(shown?.status()).toBe(404)
  const answers = await bob.evaluate(async (id) => {
    const headers = { 'x-fernweh': '1', 'idempotency-key': 'bobs-attempt-1' }
    const cancelled = await fetch(`/api/bookings/bookings/${id}/cancel`, { method: 'POST', headers })
    const ticket = await fetch(`/api/bookings/bookings/${id}/ticket.svg`)
    const calendar = await fetch(`/api/bookings/bookings/${id}/calendar.ics`)
    const paid = await fetch(`/api/bookings/bookings/${id}/pay`, { method: 'POST', headers })
    return {
      cancelled: await cancelled.json(),
      ticket: ticket.status,
      calendar: calendar.status,
      paid: await paid.json(),
    }
  }, bookingId)

  expect(answers).toEqual({
    cancelled: { refused: 'no-such-booking' },
    ticket: 404,
    calendar: 404,
    paid: { refused: 'no-such-booking' },
  })
  await ann.reload()
  await expectPhase(ann, 'confirmed')
})
