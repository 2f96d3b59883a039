import { freePort } from '@fernweh/stack/ports'
import { startStack } from '@fernweh/stack/start-stack'
import { type Bench, type BenchOptions, type Row, row, type Target } from './bench.ts'
import { type Profile, slow4g, unthrottled } from './browser.ts'
import { startEdge } from './edge.ts'
import { firstExperience, readPage } from './first-experience.ts'
import { type Click, measureClick, measureLoad, type PageLoad } from './page-load.ts'
import { toStatic } from './static-page.ts'
import { median } from './statistics.ts'

interface PageSpec {
  name: string
  path: string
  /** What a visitor may click first; needs no script. */
  link: Click
  /** What only a script answers. */
  action: Click
}

const listing = 'a[href^="/e/"]'
const toPages = (experience: string): PageSpec[] => [
  { name: 'home', path: '/', link: { selector: listing }, action: { alive: '#main h1' } },
  {
    name: 'experience',
    path: experience,
    link: { selector: 'a[href^="/sign-in"]' },
    action: { selector: 'button[aria-label="One more"]', effect: 'input[type="number"]:not([value="2"])' },
  },
]

export const pages: Bench = {
  against: 'the same HTML as a static file without scripts',
  runs: 5,
  async run(options) {
    const port = await freePort()
    const stack = await startStack({ name: 'bench', origin: `https://localhost:${port}`, say: options.say })
    try {
      return await measureBehindEdge(stack.urls.gateway as string, port, options)
    } finally {
      await stack.close()
    }
  },
}

async function measureBehindEdge(upstream: string, port: number, options: BenchOptions): Promise<Row[]> {
  const specs = toPages(await firstExperience(upstream))
  const documents = new Map<string, string>()
  for (const { name, path } of specs) documents.set(`/static/${name}`, toStatic(await readPage(upstream + path)))
  const edge = await startEdge({ upstream, documents, port })
  try {
    const rows: Row[] = []
    for (const profile of [slow4g, unthrottled]) rows.push(...(await measureAll(edge.origin, specs, profile, options)))
    return rows
  } finally {
    await edge.close()
  }
}

interface Samples {
  spec: PageSpec
  loads: PageLoad[]
  staticLoads: PageLoad[]
  clicks: number[]
  staticClicks: number[]
  actions: number[]
}

/** Pages take turns, so that a slow minute of the machine hits all of them. */
async function measureAll(
  origin: string,
  specs: PageSpec[],
  profile: Profile,
  { runs, say }: BenchOptions,
): Promise<Row[]> {
  const samples = specs.map(
    (spec): Samples => ({ spec, loads: [], staticLoads: [], clicks: [], staticClicks: [], actions: [] }),
  )
  for (let run = 1; run <= runs; run++) {
    say(`${profile.name}, run ${run} of ${runs}`)
    for (const { spec, ...taken } of samples) {
      const [full, bare] = [`${origin}${spec.path}`, `${origin}/static/${spec.name}`]
      taken.loads.push(await measureLoad(full, profile))
      taken.staticLoads.push(await measureLoad(bare, profile))
      taken.clicks.push(await measureClick(full, profile, spec.link))
      taken.staticClicks.push(await measureClick(bare, profile, spec.link))
      taken.actions.push(await measureClick(full, profile, spec.action))
    }
  }
  return samples.flatMap((taken) => toRows(taken, profile))
}

const figures: { figure: keyof PageLoad; what: string; unit: string; target?: Target }[] = [
  { figure: 'requests', what: 'requests', unit: '' },
  { figure: 'failed', what: 'failed requests', unit: '', target: { of: 'value', atMost: 0 } },
  { figure: 'jsKb', what: 'JS before the socket', unit: 'KB', target: { of: 'value', atMost: 115 } },
  { figure: 'allJsKb', what: 'JS in all', unit: 'KB' },
  { figure: 'totalKb', what: 'total', unit: 'KB' },
  { figure: 'depth', what: 'waterfall depth before the socket', unit: '', target: { of: 'value', atMost: 2 } },
  { figure: 'fcp', what: 'FCP', unit: 'ms' },
  { figure: 'lcp', what: 'LCP', unit: 'ms', target: { of: 'ratio', atMost: 1.15 } },
  { figure: 'cls', what: 'CLS', unit: '', target: { of: 'value', atMost: 0 } },
  { figure: 'tbt', what: 'TBT', unit: 'ms' },
]

function toRows({ spec, loads, staticLoads, clicks, staticClicks, actions }: Samples, profile: Profile): Row[] {
  const where = `${spec.name}, ${profile.name}`
  const promised = profile === slow4g ? { target: { of: 'value', atMost: 2_400 } as const } : {}
  return [
    ...figures.map(({ figure, what, unit, target }) => {
      const middle = (some: PageLoad[]) => median(some.map((load) => load[figure]))
      const isPromised = target && (target.of === 'value' || profile === slow4g)
      return row({
        what: `${where}: ${what}`,
        value: middle(loads),
        unit,
        against: middle(staticLoads),
        ...(isPromised && { target }),
      })
    }),
    row({ what: `${where}: first working click`, value: median(clicks), unit: 'ms', against: median(staticClicks) }),
    row({ what: `${where}: first hydrated action`, value: median(actions), unit: 'ms', ...promised }),
  ]
}
