import { callOps, expect, importVisit, pickExperience, test } from '../../support/fixtures.ts'

test('a review is pending while events are not relayed, also after a reload, and published afterwards', async ({
  ann,
  bob,
  stack,
}) => {
  const { experienceId } = await pickExperience(stack)
  await importVisit(stack, 'ann', experienceId)
  const words = 'The guide knew every door in the street and who had lived behind it.'
  await callOps(stack, 'reviews', '/ops/relay', { paused: true })
  for (const page of [ann, bob]) await page.goto(`/e/${experienceId}`)
  await ann.getByRole('radio', { name: 'Very good' }).check({ force: true })
  await ann.getByLabel('In your words').fill(words)
  await ann.getByRole('button', { name: 'Send review' }).click()

  await expect(ann.getByText('Your review, being published')).toBeVisible()
  await ann.reload()
  await expect(ann.getByText('Your review, being published')).toBeVisible()
  await expect(ann.getByText('Your review, published')).toHaveCount(0)
  await bob.reload()
  await expect(bob.getByText(words)).toHaveCount(0)

  await callOps(stack, 'reviews', '/ops/relay', { paused: false })
  await expect(ann.getByText('Your review, published')).toBeVisible()
  await expect(bob.getByText(words)).toBeVisible()
})
