import { createPrivateKey, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { signIdentity } from '@fernweh/kit/server/http/identity'
import { auditStack } from '@fernweh/stack/cli/run-audit'
import type { Stack } from '@fernweh/stack/topology/start-stack'
import pg from 'pg'
import { expect, pickExperience, test } from '../../support/fixtures.ts'

interface Held {
  bookingId: string
  sessionId: string
}

/** Holds one seat, repeating the request with the same key until it is answered, as a page does. */
async function holdOneSeat(
  stack: Stack,
  sessionId: string,
  traveller: string,
  identity: string,
): Promise<Held | 'refused'> {
  const key = randomUUID()
  for (;;) {
    const answer = await fetch(`${stack.urls['bookings-api']}/holds`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, 'x-fernweh-identity': identity },
      body: JSON.stringify({ sessionId, seats: 1 }),
      signal: AbortSignal.timeout(5_000),
    }).catch(() => null)
    if (answer?.status === 409) return 'refused'
    if (answer?.status === 200) return ((await answer.json()) as { booking: Held }).booking
    if (answer && answer.status < 500) throw new Error(`${traveller} got ${answer.status}: ${await answer.text()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Twenty travellers hold seats of the sessions in turn until stopped. */
function crowd(stack: Stack, sessions: string[]) {
  const key = createPrivateKey(Buffer.from(stack.identityPrivateKey, 'base64'))
  const held: Held[] = []
  let refused = 0
  let open = true
  const people = Array.from({ length: 20 }, async (_, i) => {
    const traveller = `crowd-${i}`
    const identity = await signIdentity({ sub: traveller, role: 'traveller', sid: traveller }, key)
    for (let turn = i; open; turn++) {
      const outcome = await holdOneSeat(stack, sessions[turn % sessions.length] as string, traveller, identity)
      if (outcome === 'refused') refused += 1
      else held.push(outcome)
    }
  })
  const leave = async () => {
    open = false
    await Promise.all(people)
    return { held, refused }
  }
  return { held, leave }
}

async function query<Row extends pg.QueryResultRow>(
  stack: Stack,
  service: string,
  text: string,
  values: unknown[] = [],
) {
  const client = new pg.Client({ connectionString: stack.database(service) })
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

const brokenPromises = async (stack: Stack) => (await auditStack(stack)).filter(({ ok }) => !ok)

test('no acknowledged hold is lost when services and broker are killed and the broker’s store is deleted under load', async ({
  stack,
}) => {
  // The whole market, some 50,000 events, is published again.
  test.setTimeout(600_000)
  // The crowd may take every seat of these.
  const experiences = [await pickExperience(stack), await pickExperience(stack), await pickExperience(stack)]
  const sessions = (
    await query<{ session_id: string }>(
      stack,
      'bookings',
      'select session_id from sessions where experience_id = any($1) order by session_id',
      [experiences.map(({ experienceId }) => experienceId)],
    )
  ).map(({ session_id }) => session_id)
  const { held, leave } = crowd(stack, sessions)
  const more = async (count: number) => {
    const target = held.length + count
    await expect.poll(() => held.length, { timeout: 120_000 }).toBeGreaterThanOrEqual(target)
  }

  await more(50)
  for (const process of ['bookings-api', 'bookings-processor', 'search', 'reviews', 'catalog']) {
    await stack.processes.kill(process)
    await more(30)
  }
  await stack.nats.kill()
  await more(30)
  await stack.nats.stop()
  await rm(stack.nats.storeDir as string, { recursive: true, force: true })
  await more(30)
  await stack.nats.start()
  await more(30)
  const { held: acknowledged } = await leave()

  const stored = await query<{ booking_id: string }>(
    stack,
    'bookings',
    `select booking_id from bookings where traveller_id like 'crowd-%'`,
  )
  const missing = acknowledged.filter(({ bookingId }) => !stored.some(({ booking_id }) => booking_id === bookingId))
  expect(missing).toEqual([])
  expect(new Set(acknowledged.map(({ bookingId }) => bookingId)).size).toBe(stored.length)
  await expect.poll(() => brokenPromises(stack), { timeout: 240_000 }).toEqual([])
})

test('the audit finds a seat that was changed in the database', async ({ stack }) => {
  const { sessionId } = await pickExperience(stack)
  const change = (by: number) =>
    query(stack, 'bookings', 'update sessions set held = held + $2 where session_id = $1', [sessionId, by])
  await change(1)
  try {
    const broken = await brokenPromises(stack)
    expect(new Set(broken.map(({ name }) => name))).toEqual(
      new Set(['seats held and confirmed are the seats of the bookings', 'sessions equal their rebuild']),
    )
  } finally {
    await change(-1)
  }
})
