import { constants } from 'node:os'

/** A fault whose message is all that a person needs: printed without a stack. */
export class PlainError extends Error {
  name = 'PlainError'
}

/** Somebody has told us to stop before we were done: nothing went wrong, and nothing is printed. */
export class Stopped extends Error {
  name = 'Stopped'
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`Stopped by ${signal}`)
    /** As a shell tells of what a signal has ended. */
    this.exitCode = 128 + constants.signals[signal]
  }
}
