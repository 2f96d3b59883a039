export interface Drain {
  /** Starts the work unless it is under way; what is added in the same turn joins its first batch. */
  start(): void
  idle(): Promise<void>
}

/** Runs `work`, one batch at a time, while there is some. `work` must not throw. */
export function createDrain(hasWork: () => boolean, work: () => Promise<void>): Drain {
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    await Promise.resolve()
    while (hasWork()) await work()
    running = null
  }

  return {
    start() {
      running ??= run()
    },
    async idle() {
      while (running) await running
    },
  }
}
