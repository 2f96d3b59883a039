import { chromiumPath } from '@fernweh/stack/host/chromium'
import { defineConfig } from '@playwright/test'
import type { Behind } from './fernweh.ts'

/** Stories that wait for a hold to run out, or for a visit to be over: told one after the other, on a stack where that takes seconds. */
const shortHolds = /(abandoned-then-freed|hold-expires|paid-too-late)\.spec/
const shortVisits = /(only-visitors-review|visit-then-review)\.spec/

export default defineConfig<object, Behind>({
  testDir: './tests',
  // One stack per worker, two cores on the machines we test on.
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
    // The pages themselves are kept; filming them costs an eighth of the time.
    trace: { mode: 'retain-on-failure', screenshots: false },
  },
})
