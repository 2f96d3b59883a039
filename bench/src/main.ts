import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { PlainError } from '../../stack/plain-error.mjs'
import { holds } from './holds/holds.ts'
import { bookings } from './live/bookings.ts'
import { live } from './live/live.ts'
import { lighthouseScores } from './pages/lighthouse.ts'
import { pages } from './pages/pages.ts'
import type { Bench, BenchOptions, Row } from './report/bench.ts'
import { loopMs, machineFacts } from './report/machine.ts'
import { toTable } from './report/table.ts'
import { start } from './start/start.ts'

const benches: Record<string, Bench> = { bookings, holds, lighthouse: lighthouseScores, live, pages, start }

const USAGE = `npm run bench -- [${Object.keys(benches).join(' | ')} …] [--runs N] [--quick] [--json FILE]`

/** Runs the named benches, or all, one after the other, as they share the machine. */
export async function main(args: string[]): Promise<void> {
  const { names, options, json } = read(args)
  console.log(`\n${machineFacts()} · loop ${Math.round(loopMs())} ms`)
  const reports = []
  for (const name of names) reports.push(await measure(name, benches[name] as Bench, options))
  if (json) writeFileSync(json, `${JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)}\n`)
}

function read(args: string[]) {
  const { values, positionals } = parse(args)
  const unknown = positionals.find((name) => !(name in benches))
  if (unknown) throw new PlainError(`Unknown bench ${unknown}: ${USAGE}`)
  const runs = values.runs === undefined ? undefined : Number(values.runs)
  if (runs !== undefined && !(Number.isInteger(runs) && runs > 0))
    throw new PlainError(`--runs takes a number from 1: ${USAGE}`)
  const names = positionals.length > 0 ? positionals : Object.keys(benches)
  return { names, json: values.json, options: { runs, quick: values.quick } }
}

function parse(args: string[]) {
  try {
    const options = {
      json: { type: 'string' },
      runs: { type: 'string' },
      quick: { type: 'boolean', default: false },
    } as const
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new PlainError(`${(error as Error).message} ${USAGE}`)
  }
}

async function measure(name: string, bench: Bench, { runs, quick }: { runs: number | undefined; quick: boolean }) {
  const log: BenchOptions['log'] = (line) => console.error(`  … ${name}: ${line}`)
  const when = new Date().toISOString()
  const rows = await bench.run({ runs: runs ?? (quick ? 1 : bench.runs), quick, log })
  console.log(
    `\n${name}, against ${bench.against}${quick ? ' (quick: the figures are not meaningful)' : ''}\n${toTable(rows)}`,
  )
  return { name, when, rows: rows.map(toReportRow) }
}

function toReportRow({ what, value, unit, against, ratio }: Row): Omit<Row, 'targets'> {
  return { what, value, unit, against, ratio }
}
