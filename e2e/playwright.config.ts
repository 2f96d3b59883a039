import { chromiumPath } from '@fernweh/stack/host/chromium'
import { defineConfig } from '@playwright/test'
import type { WorkerFixtures } from './support/fixtures.ts'

/** Tests that wait for a hold or a visit to end run on stacks where that takes seconds. */
const shortHolds = /(abandoned-checkout-frees-seats|hold-expires|paid-too-late)\.spec/
const shortVisits = /(only-visitors-review|visit-then-review)\.spec/

export default defineConfig<object, WorkerFixtures>({
  testDir: './tests',
  // Each worker has a stack of its own, which needs two cores.
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'dist/test-report.json' }]],
  outputDir: 'dist/results',
  snapshotPathTemplate: 'looks/{arg}{ext}',
  projects: [
    { name: 'short holds', testMatch: shortHolds, use: { holdSeconds: 8 } },
    { name: 'short visits', testMatch: shortVisits, use: { visitSeconds: 1 } },
    { name: 'stories', testIgnore: [shortHolds, shortVisits] },
  ],
  use: {
    launchOptions: {
      executablePath: await chromiumPath(),
      args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
    },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // Traces keep DOM snapshots; screenshots would add an eighth to the run time.
    trace: { mode: 'retain-on-failure', screenshots: false },
  },
})
