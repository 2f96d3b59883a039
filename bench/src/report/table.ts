import { isMet, type Row, type Target } from './bench.ts'

const COLUMNS = ['what', 'value', 'unit', 'against', 'ratio', 'target'] as const

/** A bench's rows as an aligned text table. */
export function toTable(rows: readonly Row[]): string {
  const lines = [COLUMNS as readonly string[], ...rows.map(toCells)]
  const widths = COLUMNS.map((_, i) => Math.max(...lines.map((line) => (line[i] ?? '').length)))
  const isFigure = (i: number) => ['value', 'against', 'ratio'].includes(COLUMNS[i] as string)
  const toLine = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (isFigure(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd()
  return lines.map(toLine).join('\n')
}

function toCells(row: Row): string[] {
  const { what, value, unit, against, ratio, targets = [] } = row
  const verdict = targets.map((target) => `${toPromise(target)} ${isMet(target, row) ? '✓' : '✗'}`).join(', ')
  return [
    what,
    String(value),
    unit,
    against === null ? '' : String(against),
    ratio === null ? '' : `${ratio} ×`,
    verdict,
  ]
}

function toPromise({ of, atLeast, atMost }: Target): string {
  const times = of === 'ratio' ? ' ×' : ''
  return atLeast === undefined ? `≤ ${atMost}${times}` : `≥ ${atLeast}${times}`
}
