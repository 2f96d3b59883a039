import { expectPhase, holdSeats, toCheckout, withAndWithoutJavaScript } from '../../support/booking.ts'
import { cards, expect, payWith, pickExperience, seatsLeft, test } from '../../support/fixtures.ts'

/** Holds expire within the test. */
test.use({ holdSeconds: 8 })

withAndWithoutJavaScript(() => {
  test('an abandoned checkout is closed with its hold, and the seats are free again', async ({
    ann,
    stack,
    stripe,
    watcher,
  }) => {
    const seat = await pickExperience(stack, 30)
    await watcher.goto(`/e/${seat.experienceId}`)
    const seats = seatsLeft(watcher, seat.sessionId)
    const before = (await seats.textContent()) as string
    const bookingId = await holdSeats(ann, seat)
    await expect(seats).not.toHaveText(before)
    await toCheckout(ann)
    const checkout = ann.url()

    await expect(seats).toHaveText(before, { timeout: 20_000 })
    const isClosed = async () =>
      (await stripe.state()).sessions.find(({ metadata }) => metadata.paymentId === bookingId)?.status
    await expect.poll(isClosed, { timeout: 20_000 }).toBe('expired')

    await ann.goto(checkout)
    await expect(ann.getByLabel('Card number')).toHaveCount(0)
    await ann.goto(`/bookings/${bookingId}`)
    await expectPhase(ann, 'expired')
    expect((await stripe.state()).charges.filter(({ metadata }) => metadata.paymentId === bookingId)).toEqual([])
  })
})

test('a checkout that was closed after its hold takes no payment', async ({ ann, stack, stripe }) => {
  const bookingId = await holdSeats(ann, await pickExperience(stack, 31))
  await toCheckout(ann)
  await ann.getByLabel('Card number').fill(cards.good)
  const status = async () =>
    (await stripe.state()).sessions.find(({ metadata }) => metadata.paymentId === bookingId)?.status
  await expect.poll(status, { timeout: 20_000 }).toBe('expired')
  await payWith(ann, cards.good)
  expect((await stripe.state()).charges.filter(({ metadata }) => metadata.paymentId === bookingId)).toEqual([])
})
