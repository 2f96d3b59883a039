export class PlainError extends Error {}
export class Stopped extends Error {
  constructor(signal: NodeJS.Signals)
  exitCode: number
}
