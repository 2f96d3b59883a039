import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, pickExperience, test } from '../../support/fixtures.ts'

/** Starts a micro-frontend's development server and returns its URL. */
async function startAlone(team: string, ...args: string[]): Promise<{ url: string; stop: () => Promise<void> }> {
  const cwd = fileURLToPath(new URL(`../../../mfe-${team}`, import.meta.url))
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', 'build.ts', '--alone', '--port', '0', ...args],
    { cwd },
  )
  let output = ''
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    output += chunk.toString()
    const url = /alone at (http:\/\/localhost:\d+)/.exec(output)?.[1]
    if (!url) continue
    child.stdout?.resume()
    const stop = async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    return { url, stop }
  }
  throw new Error(`mfe-${team} did not start: ${output}`)
}

const checks: Record<string, { fragment: string; works: (page: Page) => Promise<void> }> = {
  search: {
    fragment: 'PartySize',
    works: async (page) => {
      await page.getByRole('button', { name: 'One person more' }).click()
      await expect(page.getByRole('spinbutton', { name: 'Group size' })).toHaveValue('3')
    },
  },
  bookings: {
    fragment: 'Sessions',
    works: async (page) => {
      await page.getByRole('button', { name: 'Hold 2 seats' }).click()
      await expect(page.locator('p', { hasText: 'You hold 2 seats' }).first()).toBeVisible()
    },
  },
  reviews: {
    fragment: 'ReviewList',
    works: async (page) => {
      await page.getByRole('radio', { name: 'Wonderful' }).check({ force: true })
      await page.getByLabel('In your words').fill('Alone, and yet in good company.')
      await page.getByRole('button', { name: 'Send review' }).click()
      await expect(page.getByText('Your review, being published')).toBeVisible()
    },
  },
  account: {
    fragment: 'SignIn',
    works: (page) => expect(page.getByRole('button', { name: 'Ann' })).toBeVisible(),
  },
}

for (const [team, { fragment, works }] of Object.entries(checks)) {
  test(`the ${team} team can run its fragment alone, with stub data`, async ({ visitor }) => {
    const { url, stop } = await startAlone(team)
    try {
      await visitor.goto(`${url}/?fragment=${fragment}`)
      await works(visitor)
    } finally {
      await stop()
    }
  })
}

test('the search team can run its fragment alone, with a running stack', async ({ visitor, stack }) => {
  const { experienceId } = await pickExperience(stack)
  const { url, stop } = await startAlone('search', '--stack', stack.url)
  try {
    await visitor.goto(`${url}/?fragment=Experience&url=${encodeURIComponent(`/e/${experienceId}`)}&id=${experienceId}`)
    await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(visitor.locator('[data-interactive]')).toBeAttached()
  } finally {
    await stop()
  }
})
