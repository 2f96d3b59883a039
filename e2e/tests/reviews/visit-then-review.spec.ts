import { bookSeats, expectPhase, writeReview } from '../../support/booking.ts'
import { expect, pickExperience, scheduleSessionIn, signInAs, test } from '../../support/fixtures.ts'

/** A visit ends a second after its start. */
test.use({ visitSeconds: 1 })

test('after the visit an open booking page offers the form, a mail invites to review, also without JavaScript, and both reviews are shown as verified visits', async ({
  ann,
  browser,
  stack,
  mailbox,
  watcher,
}) => {
  const { experienceId } = await pickExperience(stack)
  const seat = { experienceId, sessionId: await scheduleSessionIn(stack, experienceId, 60_000) }
  const bob = await signInAs(browser, { baseURL: stack.url, javaScriptEnabled: false }, 'Bob')
  const bookings = { ann: await bookSeats(ann, seat), bob: await bookSeats(bob, seat) }
  await expect(ann.getByRole('button', { name: 'Send review' })).toHaveCount(0)
  await watcher.goto(`/e/${experienceId}`)
  const linkFor = async (name: keyof typeof bookings) =>
    (await mailbox.mails())
      .filter(({ to, subject }) => to.includes(`${name}@people.example`) && subject.startsWith('How was it'))
      .flatMap(({ links }) => links)
      .find((link) => link.includes(`/bookings/${bookings[name]}`)) ?? ''

  await expect(ann.getByRole('button', { name: 'Send review' })).toBeVisible({ timeout: 60_000 })
  await writeReview(ann, 'We left with paint on our elbows.')
  await expect(ann.getByText('Your review, published')).toBeVisible()

  await expect.poll(() => linkFor('bob')).toMatch(/#review$/)
  await bob.goto(await linkFor('bob'))
  await expectPhase(bob, 'visited')
  await writeReview(bob, 'The light went gold when the guide said it would.')

  for (const words of ['We left with paint', 'The light went gold']) {
    const review = watcher.locator('[data-review]', { hasText: words })
    await expect(review.getByText('Verified visit')).toBeVisible()
  }
  await expect.poll(() => linkFor('ann')).toMatch(/#review$/)
  await ann.goto(await linkFor('ann'))
  await expect(ann.getByText('We left with paint')).toBeVisible()
  await bob.goto(await linkFor('bob'))
  await expect(bob.getByText('The light went gold')).toBeVisible()
  for (const page of [ann, bob]) await expect(page.getByRole('button', { name: 'Send review' })).toHaveCount(0)
  await bob.context().close()
})
