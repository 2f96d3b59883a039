import { expectPhase, holdSeats, toCheckout, withAndWithoutJavaScript } from '../../support/booking.ts'
import { cards, expect, payWith, pickExperience, seatsLeft, test } from '../../support/fixtures.ts'

/** Long enough to reach the checkout on a slow machine; the hold expires within the test. */
test.use({ holdSeconds: 15 })

withAndWithoutJavaScript(() => {
  test('an abandoned checkout is closed with its hold and takes no payment; the seats are free again', async ({
    ann,
    stack,
    stripe,
    watcher,
  }) => {
    const seat = await pickExperience(stack)
    await watcher.goto(`/e/${seat.experienceId}`)
    const seats = seatsLeft(watcher, seat.sessionId)
    const before = (await seats.textContent()) as string
    const bookingId = await holdSeats(ann, seat)
    await expect(seats).not.toHaveText(before)
    await toCheckout(ann)
    const checkout = ann.url()
    await ann.getByLabel('Card number').fill(cards.good)

    await expect(seats).toHaveText(before)
    const isClosed = async () =>
      (await stripe.state()).sessions.find(({ metadata }) => metadata.paymentId === bookingId)?.status
    await expect.poll(isClosed).toBe('expired')

    await payWith(ann, cards.good)
    await ann.goto(checkout)
    await expect(ann.getByLabel('Card number')).toHaveCount(0)
    await ann.goto(`/bookings/${bookingId}`)
    await expectPhase(ann, 'expired')
    expect((await stripe.state()).charges.filter(({ metadata }) => metadata.paymentId === bookingId)).toEqual([])
  })
})
