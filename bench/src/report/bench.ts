/** One figure. `against` is the baseline of the same run in the same unit; `ratio` is value / against. */
export interface Row {
  what: string
  value: number
  unit: string
  against: number | null
  ratio: number | null
  /** Targets for `value` or `ratio`; printed, but not part of the report. */
  targets?: Target[]
}

export interface Target {
  of: 'value' | 'ratio'
  atLeast?: number
  atMost?: number
}

export interface BenchOptions {
  /** Number of repetitions; medians are reported. */
  runs: number
  /** A short run to check that the bench works; its figures are not meaningful. */
  quick: boolean
  /** Logs progress, one line each. */
  log(line: string): void
}

export interface Bench {
  /** Describes the baseline. */
  against: string
  /** Default number of repetitions. */
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
