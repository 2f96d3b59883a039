/** The configuration of every package's unit tests: `npm test -w PACKAGE`, or `npm test -- --only NAME` for those that need stores. */
import { configDefaults, defineConfig } from 'vitest/config'

/** Milliseconds. Only for a test that hangs: how long something takes is measured in bench/. */
const TIMEOUT = 120_000

export default defineConfig({
  test: {
    // Loading a file's modules anew takes longer than most files' tests.
    isolate: false,
    passWithNoTests: true,
    testTimeout: TIMEOUT,
    hookTimeout: TIMEOUT,
    // The simulators in stack/ are packages of their own.
    exclude: [...configDefaults.exclude, 'simulators/**'],
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/unit.json' },
  },
})
