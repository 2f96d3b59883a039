import { randomUUID } from 'node:crypto'
import { expectPhase, holdSeats, withAndWithoutJavaScript } from '../../support/booking.ts'
import { expect, publishExperience, type Seat, scheduleSessionIn, test } from '../../support/fixtures.ts'

const DAY_MS = 86_400_000
const texts = { summary: 'Chalk on the pavement.', description: 'Bring your knees.', city: 'Lisbon' }

/** An experience at a price for one seat, with a session in three days. */
async function publishAt(stack: Parameters<typeof publishExperience>[0], title: string, amount: number): Promise<Seat> {
  const experienceId = await publishExperience(stack, { title, ...texts }, { amount, currency: 'EUR' })
  return { experienceId, sessionId: await scheduleSessionIn(stack, experienceId, 3 * DAY_MS) }
}

withAndWithoutJavaScript(() => {
  test('an amount that is too small for the provider is said to be, and the seats can be given back', async ({
    ann,
    stack,
  }) => {
    const seat = await publishAt(stack, 'Chalk for pennies', 10)
    await holdSeats(ann, seat)
    await ann.getByRole('button', { name: 'Pay €0.20' }).click()
    await expectPhase(ann, 'not-payable')
    await expect(
      ann.getByText('The payment provider does not take amounts this small. Nothing was charged.'),
    ).toBeVisible()
    await expect(ann.getByRole('button', { name: /^Pay / })).toHaveCount(0)
    await expect(ann.getByRole('link', { name: 'Choose again' })).toHaveAttribute('href', `/e/${seat.experienceId}`)
    await ann.getByRole('button', { name: 'Release 2 seats' }).click()
    await expectPhase(ann, 'released')
  })

  test('what is free is called so, booked without the provider, and cancelled without a word of money', async ({
    ann,
    stack,
    stripe,
    mailbox,
  }) => {
    const title = `Chalk ${randomUUID()}`
    const seat = await publishAt(stack, title, 0)
    await ann.goto(`/e/${seat.experienceId}`)
    await expect(ann.getByText('Free', { exact: true }).first()).toBeVisible()
    const bookingId = await holdSeats(ann, seat)
    await ann.getByRole('button', { name: 'Book for free' }).click()
    await expectPhase(ann, 'confirmed')
    const { sessions } = await stripe.state()
    expect(sessions.filter(({ metadata }) => metadata.paymentId === bookingId)).toEqual([])

    const confirmed = await mailbox.newestMail('ann@people.example', new RegExp(title))
    expect(confirmed.text).toContain('Free')
    await ann.getByText('Cancel booking').click()
    await ann.getByRole('button', { name: 'Cancel 2 seats' }).click()
    await expectPhase(ann, 'cancelled')
    const cancelled = await mailbox.newestMail('ann@people.example', new RegExp(`^Cancelled: ${title}`))
    const page = (await ann.locator('[data-phase="cancelled"]').textContent()) ?? ''
    for (const text of [confirmed.text, cancelled.text, page])
      expect(text).not.toMatch(/€|refund|get back|sending back/)
  })
})
