import { randomUUID } from 'node:crypto'
import { request as newRequest } from '@playwright/test'
import { expect, pickExperience, test } from '../../support/fixtures.ts'

const json = { 'content-type': 'application/json', 'x-fernweh': '1' }
const freshKey = () => `invalid-${randomUUID()}`

test('an invalid hold names its invalid field and holds nothing', async ({ ann, stack, baseURL }) => {
  const { sessionId } = await pickExperience(stack)
  const post = async (data: unknown, headers: Record<string, string> = {}) => {
    const answer = await ann.request.post('/api/bookings/holds', {
      headers: { ...json, origin: baseURL as string, 'idempotency-key': freshKey(), ...headers },
      data: typeof data === 'string' ? Buffer.from(data) : (data as object),
    })
    return { status: answer.status(), text: await answer.text() }
  }
  for (const seats of [0, -1, 1.5, 21, 1e9, '2', null]) {
    const { status, text } = await post({ sessionId, seats })
    expect(status, `seats ${seats}: ${text}`).toBe(400)
    expect(JSON.parse(text).invalid[0].field).toBe('seats')
  }
  expect(await post({ sessionId: 'nowhere', seats: 2 })).toEqual({ status: 409, text: '{"refused":"no-such-session"}' })
  expect((await post({ sessionId: '../../etc', seats: 2 })).status).toBe(400)
  expect((await post('{"sessionId":')).status).toBe(400)
  expect((await post({ sessionId, seats: 2, more: 'x'.repeat(200_000) })).status).toBe(413)
  expect((await post({ sessionId, seats: 2 }, { 'idempotency-key': 'short' })).status).toBe(400)
  expect((await post({ sessionId, seats: 2 }, { origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await post({ sessionId, seats: 2 }, { 'x-fernweh': '' })).status).toBe(403)
  await ann.goto('/bookings')
  await expect(ann.locator('[data-booking]', { has: ann.locator(`text=${sessionId}`) })).toHaveCount(0)
})

test('the same idempotency key holds once, and cannot be reused for another request', async ({
  ann,
  stack,
  baseURL,
}) => {
  const { sessionId } = await pickExperience(stack)
  const headers = { ...json, origin: baseURL as string, 'idempotency-key': freshKey() }
  const holdSeats = (seats: number) => ann.request.post('/api/bookings/holds', { headers, data: { sessionId, seats } })
  const [first, second] = await Promise.all([holdSeats(1), holdSeats(1)])
  expect(await second.json()).toEqual(await first.json())
  expect((await holdSeats(2)).status()).toBe(400)
})

test('a hold without a session is refused', async ({ stack, baseURL }) => {
  const { sessionId } = await pickExperience(stack)
  const signedOut = await newRequest.newContext({ baseURL: baseURL as string })
  const headers = { ...json, origin: baseURL as string, 'idempotency-key': freshKey() }
  const answer = await signedOut.post('/api/bookings/holds', { headers, data: { sessionId, seats: 2 } })
  expect({ status: answer.status(), body: await answer.json() }).toEqual({
    status: 401,
    body: { refused: 'sign-in-needed' },
  })
})

test('unknown paths answer with a client error', async ({ visitor }) => {
  for (const path of [
    '/e/nothing-here',
    '/e/%00',
    '/e/..%2f..',
    '/nowhere',
    '/assets/search/none.js',
    '/api/search/none',
  ]) {
    const answer = await visitor.request.get(path)
    expect(answer.status(), path).toBeGreaterThanOrEqual(400)
    expect(answer.status(), path).toBeLessThan(500)
  }
  await visitor.goto('/e/nothing-here')
  await expect(visitor.getByRole('heading', { name: 'Experience not found' })).toBeVisible()
})
