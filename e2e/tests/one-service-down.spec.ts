import { anExperience, comesBack, expect, holdTwoSeats, seatsLeft, test, visit } from '../fernweh.ts'

const away = 'This fragment is not available right now'

test('without the booking service the page is read and reviewed, and says that times are missing', async ({
  ann,
  stack,
}) => {
  const { experienceId } = await anExperience(stack, 9)
  await visit(stack, 'ann', experienceId)
  await stack.processes.stop('bookings-api')
  try {
    await ann.goto(`/e/${experienceId}`)
    await expect(ann.getByText(away).filter({ visible: true })).toBeVisible()
    await expect(ann.getByRole('button', { name: 'Send review' })).toBeEnabled()
  } finally {
    await stack.processes.start('bookings-api')
  }
  await expect(ann.getByRole('button', { name: 'Hold 2 seats' })).toBeEnabled({ timeout: 30_000 })
})

test('a hold asked for while the booking service is down is said to be unsure, and counts once when asked again', async ({
  ann,
  stack,
}) => {
  const { experienceId, sessionId } = await anExperience(stack, 10)
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
    await expect(ann.locator('p', { hasText: 'You hold 2 seats' })).toBeVisible({ timeout: 2_000 })
  }).toPass()
  const title = (await ann.getByRole('heading', { level: 1 }).textContent()) as string
  await ann.goto('/bookings')
  await expect(ann.locator('[data-booking][data-status="held"]', { hasText: title })).toHaveCount(1)
})

test('without the reviews service seats are still held', async ({ ann, stack }) => {
  const { experienceId, sessionId } = await anExperience(stack, 11)
  await stack.processes.stop('reviews')
  try {
    await ann.goto(`/e/${experienceId}`)
    await expect(ann.getByText(away).filter({ visible: true })).toBeVisible()
    await holdTwoSeats(ann, sessionId)
  } finally {
    await stack.processes.start('reviews')
  }
})

test('without the search service holds are still shown and released, and the home page says what is wrong', async ({
  ann,
  stack,
}) => {
  const { experienceId, sessionId } = await anExperience(stack, 12)
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
  await comesBack(ann, '/')
})

test('without the accounts service everybody can still look', async ({ visitor, stack }) => {
  const { experienceId } = await anExperience(stack, 13)
  await stack.processes.stop('accounts')
  try {
    await visitor.goto(`/e/${experienceId}`)
    await expect(visitor.getByText('When')).toBeVisible()
    await visitor.goto('/')
    await expect(visitor.getByRole('heading', { name: 'Coming up' })).toBeVisible()
  } finally {
    await stack.processes.start('accounts')
  }
  await comesBack(visitor, '/sign-in')
})

test('without the catalog service nothing is missed by travellers', async ({ ann, stack }) => {
  const { experienceId, sessionId } = await anExperience(stack, 14)
  await stack.processes.stop('catalog')
  try {
    await ann.goto(`/e/${experienceId}`)
    await holdTwoSeats(ann, sessionId)
  } finally {
    await stack.processes.start('catalog')
  }
})

test('without the broker seats are held and released, and other pages catch up when it is back', async ({
  ann,
  bob,
  stack,
}) => {
  const { experienceId, sessionId } = await anExperience(stack, 15)
  for (const page of [ann, bob]) await page.goto(`/e/${experienceId}`)
  const seats = seatsLeft(bob, sessionId)
  const before = (await seats.textContent()) as string
  await stack.nats.stop()
  try {
    await holdTwoSeats(ann, sessionId)
  } finally {
    await stack.nats.start()
  }
  await expect(seats).not.toHaveText(before, { timeout: 30_000 })
})
