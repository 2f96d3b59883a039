import { expect, pickExperience, test } from '../../support/fixtures.ts'

test('the party size of the search fragment changes the bookings fragment', async ({ ann, stack }) => {
  const { experienceId } = await pickExperience(stack)
  await ann.goto(`/e/${experienceId}`)
  await expect(ann.getByRole('button', { name: 'Hold 2 seats' })).toBeEnabled()
  await ann.getByRole('button', { name: 'One person more' }).click()
  await expect(ann.getByRole('button', { name: 'Hold 3 seats' })).toBeVisible()
})

test('a fragment that mounts late receives the last party size', async ({ ann, stack }) => {
  const { experienceId } = await pickExperience(stack)
  let letThrough = () => {}
  const waiting = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await ann.route('**/assets/bookings/**', async (route) => {
    await waiting
    await route.continue()
  })
  await ann.goto(`/e/${experienceId}`, { waitUntil: 'commit' })
  await ann.getByRole('button', { name: 'One person more' }).click()
  await ann.getByRole('button', { name: 'One person more' }).click()
  await expect(ann.getByRole('button', { name: 'Hold 2 seats' })).toBeVisible()
  letThrough()
  await expect(ann.getByRole('button', { name: 'Hold 4 seats' })).toBeVisible()
})
