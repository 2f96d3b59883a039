export interface Drain {
  /** Starts the work unless it is under way; what is added in the same turn joins its first batch. */
  start(): void
  /** Resolves when there is no work and none is under way. */
  idle(): Promise<void>
}

/** Runs `work`, one batch at a time, for as long as there is some: what gathers meanwhile is the next batch. `work` must not throw. */
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
