import {
  expect,
  holdTwoSeats,
  importVisit,
  pickExperience,
  seatsLeft,
  test,
  waitUntilAvailable,
} from '../../support/fixtures.ts'

const unavailable = 'This section is not available right now'

test('without the booking service the page can be read and reviewed, and says that sessions are missing', async ({
  ann,
  stack,
}) => {
  const { experienceId } = await pickExperience(stack)
  await importVisit(stack, 'ann', experienceId)
  await stack.processes.stop('bookings-api')
  try {
    await ann.goto(`/e/${experienceId}`)
    await expect(ann.getByText(unavailable).filter({ visible: true })).toBeVisible()
    await expect(ann.getByRole('button', { name: 'Send review' })).toBeEnabled()
  } finally {
    await stack.processes.start('bookings-api')
  }
  await expect(ann.getByRole('button', { name: 'Hold 2 seats' })).toBeEnabled()
})

test('a hold sent while the booking service is down is shown as unsure, and counts once when repeated', async ({
  ann,
  stack,
}) => {
  const { experienceId, sessionId } = await pickExperience(stack)
  await ann.goto(`/e/${experienceId}`)
  await ann.locator(`[data-session="${sessionId}"]`).click()
  await expect(ann.getByRole('button', { name: 'Hold 2 seats' })).toBeEnabled()
  await stack.processes.stop('bookings-api')
  try {
    await ann.getByRole('button', { name: 'Hold 2 seats' }).click()
    await expect(ann.getByRole('alert').or(ann.getByRole('status')).filter({ hasText: /again/i }).first()).toBeVisible()
    await expect(ann.locator('p', { hasText: 'You hold 2 seats' })).toHaveCount(0)
  } finally {
    await stack.processes.start('bookings-api')
  }
  await expect(async () => {
    await ann.getByRole('button', { name: 'Hold 2 seats' }).click()
    await expect(ann.locator('p', { hasText: 'You hold 2 seats' })).toBeVisible({ timeout: 5_000 })
  }).toPass()
  const title = (await ann.getByRole('heading', { level: 1 }).textContent()) as string
  await ann.goto('/bookings')
  await expect(ann.locator('[data-booking][data-status="held"]', { hasText: title })).toHaveCount(1)
})

test('without the reviews service seats can be held', async ({ ann, stack }) => {
  const { experienceId, sessionId } = await pickExperience(stack)
  await stack.processes.stop('reviews')
  try {
    await ann.goto(`/e/${experienceId}`)
    await expect(ann.getByText(unavailable).filter({ visible: true })).toBeVisible()
    await holdTwoSeats(ann, sessionId)
  } finally {
    await stack.processes.start('reviews')
  }
})

test('without the search service holds can be released, and the home page shows an error', async ({ ann, stack }) => {
  const { experienceId, sessionId } = await pickExperience(stack)
  await ann.goto(`/e/${experienceId}`)
  await holdTwoSeats(ann, sessionId)
  await stack.processes.stop('search')
  try {
    expect((await ann.goto('/'))?.status()).toBe(503)
    await ann.goto('/bookings')
    await ann
      .locator('[data-booking][data-status="held"]')
      .first()
      .getByRole('button', { name: 'Release 2 seats' })
      .click()
    await expect(ann.locator('[data-booking][data-status="released"]').first()).toBeVisible()
  } finally {
    await stack.processes.start('search')
  }
  await waitUntilAvailable(ann, '/')
})

test('without the accounts service pages can be read', async ({ visitor, stack }) => {
  const { experienceId } = await pickExperience(stack)
  await stack.processes.stop('accounts')
  try {
    await visitor.goto(`/e/${experienceId}`)
    await expect(visitor.getByRole('heading', { name: 'Dates', exact: true })).toBeVisible()
    await visitor.goto('/')
    await expect(visitor.getByRole('heading', { name: 'Starting soon' })).toBeVisible()
  } finally {
    await stack.processes.start('accounts')
  }
  await waitUntilAvailable(visitor, '/sign-in')
})

test('without the catalog service travellers miss nothing', async ({ ann, stack }) => {
  const { experienceId, sessionId } = await pickExperience(stack)
  await stack.processes.stop('catalog')
  try {
    await ann.goto(`/e/${experienceId}`)
    await holdTwoSeats(ann, sessionId)
  } finally {
    await stack.processes.start('catalog')
  }
})

test('without the broker seats can be held and released, and other pages catch up afterwards', async ({
  ann,
  bob,
  stack,
}) => {
  const { experienceId, sessionId } = await pickExperience(stack)
  for (const page of [ann, bob]) await page.goto(`/e/${experienceId}`)
  const seats = seatsLeft(bob, sessionId)
  const before = (await seats.textContent()) as string
  await stack.nats.stop()
  try {
    await holdTwoSeats(ann, sessionId)
  } finally {
    await stack.nats.start()
  }
  await expect(seats).not.toHaveText(before)
})
