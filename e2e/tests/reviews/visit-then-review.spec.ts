import { bookSeats, expectPhase, withAndWithoutJavaScript } from '../../support/booking.ts'
import { expect, pickExperience, scheduleSessionIn, test } from '../../support/fixtures.ts'

/** A visit ends a second after its start. */
test.use({ visitSeconds: 1 })

withAndWithoutJavaScript(() => {
  test('after the visit a mail invites to review, and the review is shown as a verified visit', async ({
    ann,
    stack,
    mailbox,
    watcher,
    javaScriptEnabled,
  }) => {
    const { experienceId } = await pickExperience(stack)
    const seat = { experienceId, sessionId: await scheduleSessionIn(stack, experienceId, 30_000) }
    const bookingId = await bookSeats(ann, seat)
    await watcher.goto(`/e/${seat.experienceId}`)

    const link = async () =>
      (await mailbox.mails())
        .filter(({ to, subject }) => to.includes('ann@people.example') && subject.startsWith('How was it'))
        .flatMap(({ links }) => links)
        .find((one) => one.includes(`/bookings/${bookingId}`)) ?? ''
    await expect.poll(link).toMatch(/#review$/)
    await ann.goto(await link())
    await expectPhase(ann, 'visited')
    const words = `The light went gold exactly when the guide said it would, ${javaScriptEnabled ? 'twice' : 'once'}.`
    await ann.getByRole('radio', { name: 'Wonderful' }).check({ force: true })
    await ann.getByLabel('In your words').fill(words)
    await ann.getByRole('button', { name: 'Send review' }).click()

    const review = watcher.locator('[data-review]', { hasText: words })
    await expect(review).toBeVisible()
    await expect(review.getByText('Verified visit')).toBeVisible()
    await ann.goto(await link())
    await expect(ann.getByText(words)).toBeVisible()
    await expect(ann.getByRole('button', { name: 'Send review' })).toHaveCount(0)
  })
})
