import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import { forbiddenRules } from './rules.ts'

export interface Violation {
  rule: string
  from: string
  to: string
}

const OPTIONS: ICruiseOptions = {
  validate: true,
  ruleSet: { forbidden: forbiddenRules },
  doNotFollow: { path: '(^|/)node_modules/' },
  exclude: { path: '(^|/)(dist|\\.turbo|\\.fernweh)/' },
  // Types count as imports: a team that needs another's types needs the other.
  tsPreCompilationDeps: true,
  combinedDependencies: true,
}

const RESOLVE = {
  exportsFields: ['exports'],
  conditionNames: ['types', 'import', 'browser', 'node', 'default'],
  extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css', '.d.ts'],
}

/** The modules of the current folder, and what is wrong between them. */
export async function cruiseHere(folders: string[]): Promise<{ files: string[]; violations: Violation[] }> {
  const { output } = await cruise(folders, OPTIONS, RESOLVE)
  const { modules, summary } = output as ICruiseResult
  return {
    files: modules
      .map(({ source }) => source)
      .filter((source) => folders.some((folder) => source.startsWith(`${folder}/`))),
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  }
}
