/** What a step found; nothing means passed. */
export interface CheckResult {
  name: string
  problems: string[]
}

/** One or several outcomes that come from the same work. */
export interface CheckStep {
  name: string
  run: () => Promise<CheckResult[]>
}
