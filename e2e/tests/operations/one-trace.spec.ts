import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Stack } from '@fernweh/stack/topology/start-stack'
import { expect, holdTwoSeats, pickExperience, test } from '../../support/fixtures.ts'

interface Line {
  msg: string
  traceId?: string
  feed?: string
}

async function linesOf(stack: Stack, instance: string): Promise<Line[]> {
  const text = await readFile(path.join(stack.stateDir, 'logs', `${instance}.log`), 'utf8')
  return text.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Line] : []))
}

test('one trace follows a click through gateway, bff and service to the push into another browser', async ({
  ann,
  bob,
  stack,
}) => {
  const { experienceId, sessionId } = await pickExperience(stack)
  for (const page of [ann, bob]) await page.goto(`/e/${experienceId}`)
  const before = await bob.locator(`[data-session="${sessionId}"]`).textContent()
  await holdTwoSeats(ann, sessionId)
  await expect.poll(() => bob.locator(`[data-session="${sessionId}"]`).textContent()).not.toBe(before)

  const push = async () =>
    (await linesOf(stack, 'bff-bookings-1')).findLast(
      ({ msg, feed }) => msg === 'pushed' && feed === `session.${sessionId}`,
    )
  await expect.poll(async () => (await push())?.traceId).toMatch(/^[0-9a-f]{32}$/)
  const pushed = await push()
  for (const instance of ['gateway-1', 'bff-bookings-1', 'bookings-api-1']) {
    const requests = (await linesOf(stack, instance)).filter(
      ({ msg, traceId }) => traceId === pushed?.traceId && msg !== 'pushed',
    )
    expect(requests, `lines of ${instance}`).not.toHaveLength(0)
  }
})
