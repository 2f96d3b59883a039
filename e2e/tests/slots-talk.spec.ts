import { anExperience, expect, test } from '../fernweh.ts'

test('the party size chosen in the search fragment changes what the bookings fragment offers', async ({
  ann,
  stack,
}) => {
  const { experienceId } = await anExperience(stack, 4)
  await ann.goto(`/e/${experienceId}`)
  await expect(ann.getByRole('button', { name: 'Hold 2 seats' })).toBeEnabled()
  await ann.getByRole('button', { name: 'One more' }).click()
  await expect(ann.getByRole('button', { name: 'Hold 3 seats' })).toBeVisible()
})

test('a fragment that mounts late still hears what was chosen before', async ({ ann, stack }) => {
  const { experienceId } = await anExperience(stack, 4)
  let letThrough = () => {}
  const waiting = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await ann.route('**/assets/bookings/**', async (route) => {
    await waiting
    await route.continue()
  })
  await ann.goto(`/e/${experienceId}`, { waitUntil: 'commit' })
  await ann.getByRole('button', { name: 'One more' }).click()
  await ann.getByRole('button', { name: 'One more' }).click()
  await expect(ann.getByRole('button', { name: 'Hold 2 seats' })).toBeVisible()
  letThrough()
  await expect(ann.getByRole('button', { name: 'Hold 4 seats' })).toBeVisible()
})
