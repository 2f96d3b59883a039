import { expect, importVisit, pickExperience, test } from '../../support/fixtures.ts'
import { buildVariant } from '../../support/release-variants.ts'

test('the next page has the new release of the reviews team without any other build or restart', async ({
  ann,
  stack,
}) => {
  const { experienceId } = await pickExperience(stack)
  await importVisit(stack, 'ann', experienceId)
  const processes = () =>
    ['gateway', 'bff-reviews', 'bff-search', 'reviews'].flatMap((name) => stack.processes.pids(name))
  const before = processes()
  await ann.goto(`/e/${experienceId}`)
  await expect(ann.getByRole('button', { name: 'Send review' })).toBeEnabled()

  const dist = await buildVariant('reviews', 'replaced', {
    file: 'src/messages/en.json',
    change: (source) => source.replace('Send review', 'Tell the others'),
  })
  const old = stack.releases.live('reviews')
  const next = stack.releases.publish('reviews', dist)
  expect(next).not.toBe(old)
  stack.releases.goLive('reviews', next)

  await expect(async () => {
    await ann.reload()
    await expect(ann.getByRole('button', { name: 'Tell the others' })).toBeEnabled({ timeout: 5_000 })
  }).toPass()
  await expect(ann.getByRole('button', { name: /^Hold/ })).toBeEnabled()
  expect(processes()).toEqual(before)

  stack.releases.goLive('reviews', old)
  await expect(async () => {
    await ann.reload()
    await expect(ann.getByRole('button', { name: 'Send review' })).toBeEnabled({ timeout: 5_000 })
  }).toPass()
})
