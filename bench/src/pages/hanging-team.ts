/** Measures pages while the bff of another fragment's team accepts requests but never answers. */
import type { Stack } from '@fernweh/stack/topology/start-stack'
import type { NetworkProfile } from '../browser/browser.ts'
import { readPage } from '../browser/first-experience.ts'
import { type BenchOptions, type Row, row } from '../report/bench.ts'
import { median } from '../report/statistics.ts'
import { measureLoad, type PageLoad } from './page-load.ts'
import type { PageSpec } from './page-specs.ts'

interface Pairs {
  spec: PageSpec
  hanging: PageLoad[]
  whole: PageLoad[]
}

/** Measures in pairs, one right after the other, and swaps the order in every second pair. */
export async function measureWithHangingTeam(
  stack: Stack,
  origin: string,
  specs: PageSpec[],
  profile: NetworkProfile,
  { runs, log }: BenchOptions,
): Promise<Row[]> {
  const pairs = specs.map((spec): Pairs => ({ spec, hanging: [], whole: [] }))
  for (let run = 1; run <= runs; run++) {
    log(`${profile.name}, one team hanging, run ${run} of ${runs}`)
    for (const { spec, hanging, whole } of pairs) {
      const load = async () => whole.push(await measureLoad(origin + spec.path, profile, spec))
      const loadHanging = async () => hanging.push(await loadWhileHanging(stack, origin, spec, profile))
      for (const take of run % 2 ? [load, loadHanging] : [loadHanging, load]) await take()
    }
  }
  return pairs.flatMap((pair) => toRows(pair, profile))
}

/**
 * Stops the bff at the moment of the request: the gateway polls readiness every second and would soon stop calling a hanging
 * bff.
 */
async function loadWhileHanging({ processes, urls }: Stack, origin: string, spec: PageSpec, profile: NetworkProfile) {
  const signal = (name: NodeJS.Signals) => {
    for (const pid of processes.pids(`bff-${spec.beside}`)) process.kill(pid, name)
  }
  try {
    return await measureLoad(origin + spec.path, profile, { cookies: spec.cookies, before: () => signal('SIGSTOP') })
  } finally {
    signal('SIGCONT')
    await untilWhole(urls.gateway as string, spec)
  }
}

async function untilWhole(upstream: string, spec: PageSpec): Promise<void> {
  const end = Date.now() + 20_000
  while (!(await readPage(upstream + spec.path, spec.cookies)).includes(`data-fragment="${spec.beside}/`))
    if (Date.now() > end) throw new Error(`${spec.beside} did not come back to ${spec.path}`)
}

function toRows({ spec, hanging, whole }: Pairs, { name }: NetworkProfile): Row[] {
  const where = `${spec.name} with ${spec.beside} hanging, ${name}`
  const middle = (some: PageLoad[], figure: 'main' | 'lcp' | 'cls') => median(some.map((load) => load[figure]))
  const figure = (figure: 'main' | 'lcp' | 'cls') => ({
    value: middle(hanging, figure),
    against: middle(whole, figure),
  })
  return [
    row({ what: `${where}: main content`, unit: 'ms', ...figure('main'), targets: [{ of: 'ratio', atMost: 1.1 }] }),
    row({ what: `${where}: LCP`, unit: 'ms', ...figure('lcp') }),
    row({ what: `${where}: CLS`, unit: '', ...figure('cls'), targets: [{ of: 'value', atMost: 0 }] }),
  ]
}
