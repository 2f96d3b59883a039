/** One figure. `against` is the floor or peer of the same run in the same unit; `ratio` is value / against. */
export interface Row {
  what: string
  value: number
  unit: string
  against: number | null
  ratio: number | null
  /** What the project promises of `value` or of `ratio`; printed, not fragment of the report. */
  targets?: Target[]
}

export interface Target {
  of: 'value' | 'ratio'
  atLeast?: number
  atMost?: number
}

export interface BenchOptions {
  /** How often each measurement is repeated; medians are reported. */
  runs: number
  /** A short run that shows that the bench works; its figures mean little. */
  quick: boolean
  /** Progress, one line each. */
  say(line: string): void
}

export interface Bench {
  /** What `against` is. */
  against: string
  /** Repetitions when `--runs` does not say. */
  runs: number
  run(options: BenchOptions): Promise<Row[]>
}

interface Figure {
  what: string
  value: number
  unit: string
  against?: number
  targets?: Target[]
}

export function row({ what, value, unit, against, targets }: Figure): Row {
  const figures = { what, value: round(value), unit, against: against === undefined ? null : round(against) }
  const ratio = against ? round(value / against) : null
  return { ...figures, ratio, ...(targets && { targets }) }
}

export function isMet(target: Target, { value, ratio }: Row): boolean {
  const figure = target.of === 'value' ? value : ratio
  return figure !== null && figure >= (target.atLeast ?? -Infinity) && figure <= (target.atMost ?? Infinity)
}

/** Three significant digits, whole numbers kept. */
function round(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))
}
