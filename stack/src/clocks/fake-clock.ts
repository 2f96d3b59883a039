import type { TestClock } from './clocks.ts'

const NAMES = ['LD_PRELOAD', 'FAKETIME', 'FAKETIME_DISABLE_SHM', 'DONT_FAKE_MONOTONIC'] as const
export type FakeClock = Record<(typeof NAMES)[number], string>

/**
 * The environment in which a process started now sees the clock. The offset from the real clock is the same for all processes,
 * whenever they start; timers keep the real, monotonic one. Programs in Go, as the NATS server, read the kernel's clock.
 */
export function fakeClockEnv({ at }: TestClock, { library, now }: { library: string; now: Date }): FakeClock {
  const seconds = Math.round((Date.parse(`${at.replace(' ', 'T')}:00Z`) - now.getTime()) / 1000)
  return {
    LD_PRELOAD: library,
    FAKETIME: `${seconds < 0 ? '' : '+'}${seconds}`,
    // Other users' processes, as PostgreSQL under root, could not open the shared memory.
    FAKETIME_DISABLE_SHM: '1',
    DONT_FAKE_MONOTONIC: '1',
  }
}

/** What this process hands on to programs that otherwise get an environment of their own. */
export function inheritedFakeClock(env: NodeJS.ProcessEnv = process.env): Partial<FakeClock> {
  return Object.fromEntries(NAMES.flatMap((name) => (env.FAKETIME && env[name] ? [[name, env[name]]] : [])))
}
