import { freePort } from '@fernweh/stack/host/ports'
import lighthouse, { type Result } from 'lighthouse'
import { type BehindEdge, behindEdge } from './behind-edge.ts'
import { type Bench, type BenchOptions, type Row, row } from './bench.ts'
import { launchChromium } from './browser.ts'
import { toHeader } from './first-experience.ts'
import type { PageSpec } from './page-specs.ts'
import { median } from './statistics.ts'

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

export const lighthouseScores: Bench = {
  against: 'nothing: scores of Lighthouse for a phone, of 100',
  runs: 3,
  run: (options) => behindEdge(options, ({ edge, specs }) => scoreAll({ edge, specs }, options)),
}

async function scoreAll({ edge, specs }: Pick<BehindEdge, 'edge' | 'specs'>, { runs, say }: BenchOptions) {
  const rows: Row[] = []
  for (const spec of specs) {
    const results: Result[] = []
    for (let run = 0; run < runs; run++) results.push(await lookWell(edge, spec, say))
    for (const category of CATEGORIES) {
      const scores = results.map(({ categories }) => 100 * (categories[category]?.score ?? 0))
      const what = `${spec.name}: ${category}`
      rows.push(row({ what, value: median(scores), unit: '', targets: [{ of: 'value', atLeast: 95 }] }))
      for (const failed of new Set(results.flatMap((result) => failedAudits(result, category))))
        say(`${what}: ${failed}`)
    }
  }
  return rows
}

/** Lighthouse now and then loses the beginning of its own trace, and asks to be run again: once. */
async function lookWell(origin: string, spec: PageSpec, say: BenchOptions['say']): Promise<Result> {
  let result = await look(origin, spec)
  if (result.runtimeError?.code === 'NO_NAVSTART') {
    say(`${spec.name}: again, since ${result.runtimeError.message}`)
    result = await look(origin, spec)
  }
  if (result.runtimeError) throw new Error(`Lighthouse could not look at ${spec.path}: ${result.runtimeError.message}`)
  return result
}

/** In a browser that was never used before, signed in where the page is somebody's own. */
async function look(origin: string, { path, cookies }: PageSpec): Promise<Result> {
  const port = await freePort()
  const browser = await launchChromium([`--remote-debugging-port=${port}`, '--ignore-certificate-errors'])
  try {
    const extraHeaders = { cookie: toHeader(cookies), 'accept-language': 'en' }
    const answer = await lighthouse(origin + path, { port, extraHeaders, onlyCategories: [...CATEGORIES] })
    if (!answer) throw new Error(`Lighthouse could not look at ${path}`)
    return answer.lhr
  } finally {
    await browser.close()
  }
}

/** What costs the category points, and at which elements. */
function failedAudits({ audits, categories }: Result, category: (typeof CATEGORIES)[number]): string[] {
  return (categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
    const audit = audits[id]
    if (!audit || !weight || audit.score === null || audit.score >= 0.9) return []
    const items = audit.details && 'items' in audit.details ? (audit.details.items as LighthouseItem[]) : []
    const where = items.flatMap(({ node }) => node?.selector ?? []).slice(0, 3)
    return [[audit.title, audit.displayValue, ...where].filter(Boolean).join(' · ')]
  })
}

interface LighthouseItem {
  node?: { selector?: string }
}
