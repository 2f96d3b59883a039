import { freePort } from '@fernweh/stack/host/ports'
import lighthouse, { type Result } from 'lighthouse'
import { launchChromium } from '../browser/browser.ts'
import { toHeader } from '../browser/first-experience.ts'
import { type BehindEdge, behindEdge } from '../edge/behind-edge.ts'
import { type Bench, type BenchOptions, type Row, row } from '../report/bench.ts'
import { median } from '../report/statistics.ts'
import type { PageSpec } from './page-specs.ts'

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

export const lighthouseScores: Bench = {
  against: 'nothing: scores of Lighthouse for a phone, of 100',
  runs: 3,
  run: (options) => behindEdge(options, ({ edge, specs }) => scoreAll({ edge, specs }, options)),
}

async function scoreAll({ edge, specs }: Pick<BehindEdge, 'edge' | 'specs'>, { runs, log }: BenchOptions) {
  const rows: Row[] = []
  for (const spec of specs) {
    const results: Result[] = []
    for (let run = 0; run < runs; run++) results.push(await measureScores(edge, spec, log))
    for (const category of CATEGORIES) {
      const scores = results.map(({ categories }) => 100 * (categories[category]?.score ?? 0))
      const what = `${spec.name}: ${category}`
      rows.push(row({ what, value: median(scores), unit: '', targets: [{ of: 'value', atLeast: 95 }] }))
      for (const failed of new Set(results.flatMap((result) => failedAudits(result, category))))
        log(`${what}: ${failed}`)
    }
  }
  return rows
}

/** Retries once, because Lighthouse sometimes loses the beginning of its trace and asks for another run. */
async function measureScores(origin: string, spec: PageSpec, log: BenchOptions['log']): Promise<Result> {
  let result = await look(origin, spec)
  if (result.runtimeError?.code === 'NO_NAVSTART') {
    log(`${spec.name}: retrying after ${result.runtimeError.message}`)
    result = await look(origin, spec)
  }
  if (result.runtimeError) throw new Error(`Lighthouse could not look at ${spec.path}: ${result.runtimeError.message}`)
  return result
}

/** Uses a new browser, signed in where the page needs it. */
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

/** Failed audits of a category, with their elements. */
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
