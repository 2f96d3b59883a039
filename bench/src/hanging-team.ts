/** What a page owes to a team beside its main fragment while that team's bff takes requests and never answers. */
import type { Stack } from '@fernweh/stack/topology/start-stack'
import { type BenchOptions, type Row, row } from './bench.ts'
import type { Profile } from './browser.ts'
import { readPage } from './first-experience.ts'
import { measureLoad, type PageLoad } from './page-load.ts'
import type { PageSpec } from './page-specs.ts'
import { median } from './statistics.ts'

interface Pairs {
  spec: PageSpec
  hanging: PageLoad[]
  whole: PageLoad[]
}

/** In pairs, one right after the other, and every second pair the other way round. */
export async function measureWithHangingTeam(
  stack: Stack,
  origin: string,
  specs: PageSpec[],
  profile: Profile,
  { runs, say }: BenchOptions,
): Promise<Row[]> {
  const pairs = specs.map((spec): Pairs => ({ spec, hanging: [], whole: [] }))
  for (let run = 1; run <= runs; run++) {
    say(`${profile.name}, one team hanging, run ${run} of ${runs}`)
    for (const { spec, hanging, whole } of pairs) {
      const load = async () => whole.push(await measureLoad(origin + spec.path, profile, spec))
      const loadHanging = async () => hanging.push(await loadWhileHanging(stack, origin, spec, profile))
      for (const take of run % 2 ? [load, loadHanging] : [loadHanging, load]) await take()
    }
  }
  return pairs.flatMap((pair) => toRows(pair, profile))
}

/**
 * Stopped at the moment the page is asked for: the gateway looks every second who is ready, and does not ask for long who
 * hangs.
 */
async function loadWhileHanging({ processes, urls }: Stack, origin: string, spec: PageSpec, profile: Profile) {
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

function toRows({ spec, hanging, whole }: Pairs, { name }: Profile): Row[] {
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
