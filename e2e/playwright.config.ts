import { chromiumPath } from '@fernweh/stack/chromium'
import { defineConfig } from '@playwright/test'

export default defineConfig({
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
  use: {
    launchOptions: {
      executablePath: await chromiumPath(),
      args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
    },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
  },
})
