import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { CheckResult, CheckStep } from '../check-result.ts'
import { linesOf, runNode } from '../command.ts'
import { createOverlay } from '../overlay.ts'
import { root } from '../tree.ts'
import type { Inspection } from './inspect.ts'
import { type Plant, plants } from './plants.ts'
import { shapeRules } from './rules.ts'

const MIN_MODULES = 100
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const inspector = fileURLToPath(new URL('inspect.ts', import.meta.url))

/** A rule that was removed still has its plants, and a new one has none yet: both are failures. */
const everyRule = new Set([...shapeRules.map(({ name }) => name), ...plants.map(({ rule }) => rule)])

/** The tree as it is: one outcome per rule, and one that something was looked at. */
export const cleanTree: CheckStep = {
  name: 'shape',
  async run() {
    const { modules, violations } = await inspect(root)
    const seen = modules > MIN_MODULES ? [] : [`only ${modules} modules were found`]
    return [
      { name: `shape: ${modules} modules`, problems: seen },
      ...shapeRules.map(({ name }) => judge(name, violations)),
    ]
  },
}

/** A copy with a violation of every rule in it: one outcome per rule, passed when it caught exactly what was planted. */
export const plantedTree: CheckStep = {
  name: 'shape, planted',
  async run() {
    const overlay = createOverlay(Object.assign({}, ...plants.map(({ files }) => files)))
    try {
      const { violations } = await inspect(overlay.folder)
      return [...everyRule].map((rule) => judgePlants(rule, violations))
    } finally {
      overlay.remove()
    }
  },
}

export async function countCycles(): Promise<number> {
  const { violations } = await inspect(root)
  return violations.filter(({ rule }) => rule === 'no-cycles').length
}

async function inspect(folder: string): Promise<Inspection> {
  const { code, output } = await runNode(['--import', tsx, inspector], folder)
  if (code !== 0) throw new Error(output)
  return JSON.parse(linesOf(output).at(-1) ?? '') as Inspection
}

function judge(rule: string, violations: Inspection['violations']): CheckResult {
  const problems = violations.filter((violation) => violation.rule === rule).map(({ from, to }) => `${from} → ${to}`)
  return { name: `shape: ${rule}`, problems }
}

function judgePlants(rule: string, violations: Inspection['violations']): CheckResult {
  const own = plants.filter((plant) => plant.rule === rule)
  const problems = own.length > 0 ? own.flatMap((plant) => judgePlant(plant, violations)) : ['nothing is planted']
  return { name: `shape: ${rule} catches ${own.length} planted`, problems }
}

function judgePlant({ rule, wrong, files }: Plant, violations: Inspection['violations']): string[] {
  const found = violations.filter(({ from }) => from in files)
  const others = found.filter((violation) => violation.rule !== rule)
  return [
    ...(found.length > others.length ? [] : [`not caught: ${wrong}`]),
    ...others.map((other) => `${wrong}: also caught by ${other.rule}`),
  ]
}
