import { chromiumPath } from '@fernweh/stack/host/chromium'
import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: './tests',
  // All tests share one stack: its start and its seed take as long as several tests.
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Only for a test that hangs: how long something takes is measured in bench/.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'dist/test-report.json' }]],
  outputDir: 'dist/results',
  snapshotPathTemplate: 'looks/{arg}{ext}',
  use: {
    launchOptions: {
      executablePath: await chromiumPath(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // A trace keeps the DOM before and after every step, which takes time; CI says what failed, and traces are taken again by hand.
    trace: process.env.CI ? 'off' : { mode: 'retain-on-failure', screenshots: false },
  },
})
