import type { Page } from '@playwright/test'
import { expect, importVisit, pickExperience, test, waitUntilAvailable } from '../../support/fixtures.ts'
import { buildVariant, type TeamName } from '../../support/release-variants.ts'

/** Per team: a change that breaks its fragment, and checks that it is shown and works. */
const fragments: Record<
  TeamName,
  { file: string; there: (page: Page) => Promise<void>; works: (page: Page) => Promise<void> }
> = {
  search: {
    file: 'src/fragments/PartySize.tsx',
    there: (page) => expect(page.getByText('Group size')).toBeVisible(),
    works: async (page) => {
      await page.getByRole('button', { name: 'One person more' }).click()
      await expect(page.getByRole('spinbutton', { name: 'Group size' })).toHaveValue('3')
    },
  },
  bookings: {
    file: 'src/fragments/Sessions.tsx',
    there: (page) => expect(page.getByRole('heading', { name: 'Dates', exact: true })).toBeVisible(),
    works: (page) => expect(page.getByRole('button', { name: /^Hold/ })).toBeEnabled(),
  },
  reviews: {
    file: 'src/fragments/ReviewList.tsx',
    there: (page) => expect(page.getByRole('heading', { name: 'Write a review' })).toBeVisible(),
    works: (page) => expect(page.locator('[data-fragment="reviews/ReviewList"] > [data-interactive]')).toBeVisible(),
  },
  account: {
    file: 'src/fragments/Menu.tsx',
    there: (page) => expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible(),
    works: (page) => expect(page.getByRole('button', { name: 'Sign out' })).toBeEnabled(),
  },
}
const teams = Object.keys(fragments) as TeamName[]

async function othersWork(page: Page, broken: TeamName): Promise<void> {
  for (const team of teams) if (team !== broken) await fragments[team].works(page)
}

/** The path of an experience that Ann has visited. */
let visited: string

test.beforeAll(async ({ stack }) => {
  const { experienceId } = await pickExperience(stack)
  await importVisit(stack, 'ann', experienceId)
  visited = `/e/${experienceId}`
})

for (const team of teams) {
  test(`when the code of ${team} is not found, its server HTML stays and the others work`, async ({ ann }) => {
    await ann.route(`**/assets/${team}/*.js*`, (route) => route.fulfill({ status: 404 }))
    await ann.goto(visited)
    await fragments[team].there(ann)
    await othersWork(ann, team)
    await fragments[team].there(ann)
  })

  test(`when the code of ${team} hangs, its server HTML stays and the others work`, async ({ ann }) => {
    await ann.route(`**/assets/${team}/*.js*`, () => new Promise(() => {}))
    await ann.goto(visited, { waitUntil: 'commit' })
    await fragments[team].there(ann)
    await othersWork(ann, team)
  })

  test(`when the code of ${team} was tampered with, the browser rejects it and the others work`, async ({ ann }) => {
    await ann.route(`**/assets/${team}/*.js*`, async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ response: answer, body: `window.__tampered = true;${await answer.text()}` })
    })
    await ann.goto(visited)
    await othersWork(ann, team)
    await fragments[team].there(ann)
    expect(await ann.evaluate(() => '__tampered' in window)).toBe(false)
  })

  test(`when a release of ${team} throws at start, its server HTML stays and the others work`, async ({
    ann,
    stack,
  }) => {
    const live = stack.releases.live(team)
    const dist = await buildVariant(team, 'throwing', {
      file: fragments[team].file,
      change: (source) => `${source}\nif (typeof window !== 'undefined') throw new Error('planted')\n`,
    })
    stack.releases.goLive(team, stack.releases.publish(team, dist))
    try {
      const errors: string[] = []
      ann.on('console', (message) => errors.push(message.text()))
      await expect(async () => {
        await ann.goto(visited)
        await expect.poll(() => errors.join(), { timeout: 5_000 }).toContain('planted')
      }).toPass()
      await othersWork(ann, team)
      await fragments[team].there(ann)
    } finally {
      stack.releases.goLive(team, live)
    }
  })

  test(`when the bff of ${team} is down, its slot says so and the others work`, async ({ ann, stack }) => {
    await stack.processes.stop(`bff-${team}`)
    try {
      const answer = await ann.goto(visited)
      if (team === 'search') {
        expect(answer?.status()).toBe(503)
        await expect(ann.getByRole('link', { name: 'Fernweh' })).toBeVisible()
        return
      }
      expect(answer?.status()).toBe(200)
      await othersWork(ann, team)
      if (team !== 'account')
        await expect(ann.getByText('This section is not available right now').filter({ visible: true })).toBeVisible()
    } finally {
      await stack.processes.start(`bff-${team}`)
      await waitUntilAvailable(ann, visited)
    }
    await fragments[team].there(ann)
  })
}
