/** Names in documents must exist: links, paths in backticks, scripts, metrics; and the map must be the stack's. */
import path from 'node:path'
import type { Executable } from '../stack/src/topology/join-processes.ts'

export interface MarkdownFile {
  file: string
  text: string
}

/** Without those that lead to a page of the site. */
const LINK = /\]\((?!https?:|#|mailto:|\/)([^)#\s]+)[^)]*\)/g
const PATH = /`([a-z0-9.-]+(?:\/[A-Za-z0-9._-]+)+\.(?:ts|tsx|mjs|cjs|json|md|css|sql))`/g
const SCRIPT = /`npm (?:run )?([a-z:-]+)([^`]*)`/g
const WORKSPACE = / -w [\w/-]+/
const NPM_ITSELF = new Set(['ci', 'install', 'run', 'exec'])

/**
 * Paths may be written from the root, from beside the document, or from the sources beside it. Scripts are `check`, and
 * `build -w ui` for one of a workspace.
 */
export function findDeadNames({ file, text }: MarkdownFile, files: Set<string>, scripts: Set<string>): string[] {
  const beside = (name: string) => path.posix.normalize(path.posix.join(path.posix.dirname(file), name))
  const names = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name)
  const exists = (name: string) =>
    files.has(name) || [...files].some((known) => known.startsWith(`${name.replace(/\/$/, '')}/`))
  return [
    ...names(LINK).filter((name) => !exists(beside(name))),
    ...names(PATH).filter((name) => ![name, beside(name), beside(`src/${name}`)].some(exists)),
    ...[...text.matchAll(SCRIPT)]
      .filter(([, name = '']) => !NPM_ITSELF.has(name))
      .map(([, name = '', rest = '']) => `${name}${WORKSPACE.exec(rest)?.[0] ?? ''}`)
      .filter((script) => !scripts.has(script))
      .map((script) => `npm run ${script}`),
  ].map((name) => `${file}: there is no ${name}`)
}

const METRIC = /'(fernweh_[a-z_]+)'/g
const METRIC_ROW = /^\| `(fernweh_[a-z_]+)`/gm

/** Metrics that the code names and the operators' table does not, and the other way round. */
export function findWrongMetrics({ file, text }: MarkdownFile, sources: string[]): string[] {
  const names = (pattern: RegExp, source: string) => [...source.matchAll(pattern)].map(([, name = '']) => name)
  const inCode = new Set(sources.flatMap((source) => names(METRIC, source)))
  const inTable = new Set(names(METRIC_ROW, text))
  return [
    ...[...inCode].filter((name) => !inTable.has(name)).map((name) => `${file}: no row for ${name}`),
    ...[...inTable].filter((name) => !inCode.has(name)).map((name) => `${file}: no code registers ${name}`),
  ]
}

/** Who sends requests to whom, for a README. */
export function toMap(executables: Executable[]): string {
  const arrows = executables
    .toReversed()
    .flatMap(({ name, callees }) => callees.map((callee) => `  ${name} --> ${callee}`))
  const stores = executables.flatMap(({ name, database }) =>
    database ? [`  ${name} --> ${database}-db[(${database})]`] : [],
  )
  return ['```mermaid', 'flowchart LR', '  browser --> gateway', ...arrows, ...stores, '```'].join('\n')
}

export function findWrongMap({ file, text }: MarkdownFile, executables: Executable[]): string[] {
  const map = toMap(executables)
  return text.includes(map)
    ? []
    : [`${file} should hold this map of what the processes.ts of the workspaces declare:`, ...map.split('\n')]
}
