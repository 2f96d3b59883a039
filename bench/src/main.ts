import { writeFileSync } from 'node:fs'
import { build } from '@fernweh/stack/cli/build'
import { type CommandLine, readCommandLine } from '@fernweh/stack/cli/command-line'
import { PlainError } from '@fernweh/stack/plain-error'
import { holds } from './holds/holds.ts'
import { bookings } from './live/bookings.ts'
import { expiry } from './live/expiry.ts'
import { live } from './live/live.ts'
import { signOuts } from './live/sign-outs.ts'
import { lighthouseScores } from './pages/lighthouse.ts'
import { pages } from './pages/pages.ts'
import type { Bench, BenchOptions, Row } from './report/bench.ts'
import { loopMs, machineFacts } from './report/machine.ts'
import { toTable } from './report/table.ts'
import { start } from './start/start.ts'

const benches: Record<string, Bench> = {
  bookings,
  expiry,
  holds,
  lighthouse: lighthouseScores,
  live,
  pages,
  'sign-outs': signOuts,
  start,
}

const line = {
  command: 'npm run bench --',
  about: 'Measures what the project claims, and prints it beside its floor or peer.',
  words: {
    name: 'BENCH …',
    about: `of ${Object.keys(benches).join(', ')}; all when left out`,
    max: Number.POSITIVE_INFINITY,
  },
  options: {
    runs: { value: 'N', about: 'repetitions of each measurement' },
    quick: { about: 'a short run that shows that the benches work; its figures mean little' },
    json: { value: 'FILE', about: 'writes the figures there, too' },
  },
} satisfies CommandLine

/** Runs the named benches, or all, one after the other, as they share the machine. */
export async function main(args: string[]): Promise<void> {
  const { names, options, json } = read(args)
  await build()
  console.log(`\n${machineFacts()} · loop ${Math.round(loopMs())} ms`)
  const reports = []
  for (const name of names) reports.push(await measure(name, benches[name] as Bench, options))
  if (json) writeFileSync(json, `${JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)}\n`)
}

function read(args: string[]) {
  const { values, words } = readCommandLine(line, args)
  const unknown = words.find((name) => !Object.hasOwn(benches, name))
  if (unknown) throw new PlainError(`There is no bench ${unknown}: use one of ${Object.keys(benches).join(', ')}.`)
  const runs = values.runs === undefined ? undefined : Number(values.runs)
  if (runs !== undefined && !(Number.isInteger(runs) && runs > 0))
    throw new PlainError(`--runs ${values.runs} is not a whole number from 1 on.`)
  const names = words.length > 0 ? words : Object.keys(benches)
  return { names, json: values.json, options: { runs, quick: values.quick ?? false } }
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
