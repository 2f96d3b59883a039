import { constants } from 'node:os'

/** A fault whose message is all that a person needs: printed without a stack. */
export class PlainError extends Error {
  override name = 'PlainError'
}

/** A signal has ended the work: nothing went wrong, and nothing is printed. */
export class Stopped extends Error {
  override name = 'Stopped'
  /** As a shell reports a process that a signal has ended. */
  readonly exitCode: number

  constructor(signal: NodeJS.Signals) {
    super(`Stopped by ${signal}`)
    this.exitCode = 128 + constants.signals[signal]
  }
}
