/** What a step found; nothing means passed. */
export interface Outcome {
  name: string
  problems: string[]
}

/** One or several outcomes that come from the same work. */
export interface Step {
  name: string
  run: () => Promise<Outcome[]>
}
