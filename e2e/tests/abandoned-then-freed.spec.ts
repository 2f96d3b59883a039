import { anExperience, cards, expect, payWith, seatsLeft, test } from '../fernweh.ts'
import { hold, isShown, toCheckout, withAndWithoutJavaScript } from '../journey.ts'

withAndWithoutJavaScript(() => {
  test('a checkout that is left alone is closed with its hold, and the seats are everybody’s again', async ({
    ann,
    stack,
    stripe,
    watcher,
  }) => {
    const seat = await anExperience(stack, 4)
    await watcher.goto(`/e/${seat.experienceId}`)
    const seats = seatsLeft(watcher, seat.sessionId)
    const before = (await seats.textContent()) as string
    const bookingId = await hold(ann, seat)
    await expect(seats).not.toHaveText(before)
    await toCheckout(ann)
    const checkout = ann.url()

    await expect(seats).toHaveText(before, { timeout: 20_000 })
    const isClosed = async () =>
      (await stripe.saw()).sessions.find(({ metadata }) => metadata.paymentId === bookingId)?.status
    await expect.poll(isClosed, { timeout: 20_000 }).toBe('expired')

    await ann.goto(checkout)
    await expect(ann.getByLabel('Card number')).toHaveCount(0)
    await ann.goto(`/bookings/${bookingId}`)
    await isShown(ann, 'expired')
    expect((await stripe.saw()).charges.filter(({ metadata }) => metadata.paymentId === bookingId)).toEqual([])
  })
})

test('who pays in the last moment is not asked twice: a closed checkout takes no money', async ({
  ann,
  stack,
  stripe,
}) => {
  const bookingId = await hold(ann, await anExperience(stack, 5))
  await toCheckout(ann)
  await ann.getByLabel('Card number').fill(cards.good)
  const status = async () =>
    (await stripe.saw()).sessions.find(({ metadata }) => metadata.paymentId === bookingId)?.status
  await expect.poll(status, { timeout: 20_000 }).toBe('expired')
  await payWith(ann, cards.good)
  expect((await stripe.saw()).charges.filter(({ metadata }) => metadata.paymentId === bookingId)).toEqual([])
})
