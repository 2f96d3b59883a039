import { type NetworkProfile, slow4g, unthrottled } from '../browser/browser.ts'
import { behindEdge, staticPath } from '../edge/behind-edge.ts'
import { type Bench, type BenchOptions, type Row, row, type Target } from '../report/bench.ts'
import { median } from '../report/statistics.ts'
import { measureWithHangingTeam } from './hanging-team.ts'
import { measureClick, measureLoad, type PageLoad } from './page-load.ts'
import type { PageSpec } from './page-specs.ts'

export const pages: Bench = {
  against: 'the same HTML and pictures without scripts; with a team hanging: the same page with all of them',
  runs: 5,
  run: (options) =>
    behindEdge(options, async ({ stack, edge, specs }) => {
      const rows: Row[] = []
      for (const profile of [slow4g, unthrottled]) {
        rows.push(...(await measureAll(edge, specs, profile, options)))
        rows.push(...(await measureWithHangingTeam(stack, edge, specs, profile, options)))
      }
      return rows
    }),
}

interface Samples {
  spec: PageSpec
  loads: PageLoad[]
  staticLoads: PageLoad[]
  clicks: number[]
  staticClicks: number[]
  actions: number[]
}

/** Measures the pages in turn, so that a slow minute of the machine affects all of them. */
async function measureAll(
  origin: string,
  specs: PageSpec[],
  profile: NetworkProfile,
  { runs, log }: BenchOptions,
): Promise<Row[]> {
  const samples = specs.map(
    (spec): Samples => ({ spec, loads: [], staticLoads: [], clicks: [], staticClicks: [], actions: [] }),
  )
  for (let run = 1; run <= runs; run++) {
    log(`${profile.name}, run ${run} of ${runs}`)
    for (const { spec, ...taken } of samples) {
      const [full, bare] = [`${origin}${spec.path}`, `${origin}${staticPath(spec)}`]
      const { link, action, cookies } = spec
      taken.loads.push(await measureLoad(full, profile, { cookies }))
      taken.staticLoads.push(await measureLoad(bare, profile))
      taken.clicks.push(await measureClick(full, profile, link, cookies))
      taken.staticClicks.push(await measureClick(bare, profile, link))
      taken.actions.push(await measureClick(full, profile, action, cookies))
    }
  }
  for (const { spec, loads } of samples) log(`${spec.name}, ${profile.name}: ${toNotes(loads)}`)
  return samples.flatMap((taken) => toRows(taken, profile))
}

/** The largest elements and the shifted ones. */
function toNotes(loads: PageLoad[]): string {
  const distinct = (some: string[]) => [...new Set(some)].join(', ') || 'nothing'
  return `LCP: ${distinct(loads.map(({ lcpOf }) => lcpOf))}; ${distinct(loads.flatMap(({ shifted }) => shifted))} shifted`
}

type Measured = { [Name in keyof PageLoad]: PageLoad[Name] extends number ? Name : never }[keyof PageLoad]

const atMost = (atMost: number): Target => ({ of: 'value', atMost })

const figures: { figure: Measured; what: string; unit: string; always?: Target[]; onSlow4g?: Target[] }[] = [
  { figure: 'requests', what: 'requests', unit: '' },
  { figure: 'failed', what: 'failed requests', unit: '', always: [atMost(0)] },
  { figure: 'blocking', what: 'render-blocking requests', unit: '', always: [atMost(0)] },
  { figure: 'jsKb', what: 'JS before the socket', unit: 'KB', always: [atMost(130)] },
  { figure: 'allJsKb', what: 'JS in all', unit: 'KB' },
  { figure: 'totalKb', what: 'total', unit: 'KB' },
  { figure: 'depth', what: 'waterfall depth before the socket', unit: '', always: [atMost(3)] },
  { figure: 'fcp', what: 'FCP', unit: 'ms' },
  { figure: 'main', what: 'main content', unit: 'ms', onSlow4g: [atMost(1100)] },
  { figure: 'lcp', what: 'LCP', unit: 'ms', onSlow4g: [{ of: 'ratio', atMost: 1.15 }, atMost(1700)] },
  { figure: 'cls', what: 'CLS', unit: '', always: [atMost(0)] },
  { figure: 'tbt', what: 'TBT', unit: 'ms', always: [atMost(100)] },
]

function toRows({ spec, loads, staticLoads, clicks, staticClicks, actions }: Samples, profile: NetworkProfile): Row[] {
  const where = `${spec.name}, ${profile.name}`
  const onSlow4g = (max: number) => (profile === slow4g ? { targets: [atMost(max)] } : {})
  const middle = (some: PageLoad[], figure: Measured) => median(some.map((load) => load[figure]))
  return [
    ...figures.map(({ figure, what, unit, always = [], onSlow4g = [] }) =>
      row({
        what: `${where}: ${what}`,
        value: middle(loads, figure),
        unit,
        against: middle(staticLoads, figure),
        targets: [...always, ...(profile === slow4g ? onSlow4g : [])],
      }),
    ),
    row({
      what: `${where}: first working click`,
      value: median(clicks),
      unit: 'ms',
      against: median(staticClicks),
      ...onSlow4g(1200),
    }),
    row({ what: `${where}: first hydrated action`, value: median(actions), unit: 'ms', ...onSlow4g(2600) }),
  ]
}
