/** Figures of the code, printed and not enforced: sizes, comments, tests to code, files per folder, import cycles, copies. */
import path from 'node:path'
import ts from 'typescript'
import type { SourceText } from './exported-types.ts'

interface FigureGroup {
  name: string
  pattern: RegExp
}

const GROUPS: FigureGroup[] = [
  { name: 'all', pattern: /./ },
  { name: 'services', pattern: /^services\// },
  { name: 'kit', pattern: /^kit\// },
  { name: 'gateway', pattern: /^gateway\// },
  { name: 'bff', pattern: /^bff\// },
  { name: 'micro-frontends', pattern: /^(mfe-[^/]+|shell|ui)\// },
  { name: 'illustrator', pattern: /^illustrator\// },
  { name: 'stack, check', pattern: /^(stack|check)\// },
]

const TEST = /\.(test|spec)\.tsx?$|(^|\/)(tests?|testing|e2e)\//
/** Lines in a row that make a copy. */
const COPY_LINES = 6

export function describeFigures(sources: readonly SourceText[], cycles: number): string {
  const rows = GROUPS.map((group) => toRow(group, sources))
  const folders = filesPerFolder(sources)
  const largest = folders.slice(0, 3).map(([folder, count]) => `${folder} ${count}`)
  return [
    toTable([['', 'files', 'lines med/p90/max', 'functions med/p90', 'comments', 'tests : code'], ...rows]),
    `import cycles: ${cycles}`,
    `copies of ${COPY_LINES} or more lines: ${countCopies(sources.filter(({ file }) => !TEST.test(file)))}`,
    `largest folders (source files): ${largest.join(', ')}; above 20: ${folders.filter(([, count]) => count > 20).length}`,
  ].join('\n')
}

function toRow({ name, pattern }: FigureGroup, sources: readonly SourceText[]): string[] {
  const own = sources.filter(({ file }) => pattern.test(file))
  const code = own.filter(({ file }) => !TEST.test(file))
  const lines = code.map(({ text }) => linesOf(text).length).sort(ascending)
  const functions = code.flatMap(functionLengths).sort(ascending)
  const codeLines = sum(lines)
  const testLines = sum(own.filter(({ file }) => TEST.test(file)).map(({ text }) => linesOf(text).length))
  const comments = (100 * sum(code.map(commentLines))) / codeLines
  return [
    name,
    String(code.length),
    `${at(lines, 0.5)} / ${at(lines, 0.9)} / ${at(lines, 1)}`,
    `${at(functions, 0.5)} / ${at(functions, 0.9)}`,
    `${comments.toFixed(1)} %`,
    (testLines / codeLines).toFixed(2),
  ]
}

const ascending = (a: number, b: number) => a - b
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
const at = (sorted: number[], share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '')

function functionLengths({ file, text }: SourceText): number[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const lengths: number[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body && ts.isBlock(node.body as ts.Node)) {
      const [from, to] = [node.getStart(source), node.getEnd()].map(
        (at) => source.getLineAndCharacterOfPosition(at).line,
      )
      lengths.push((to ?? 0) - (from ?? 0) + 1)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return lengths
}

const commentLines = ({ text }: SourceText) =>
  linesOf(text).filter((line) => /^\s*(\/\/|\/\*|\*(\s|\/|$))/.test(line)).length

/** Source files directly in each folder, most first; tests lie beside their code and do not count. */
function filesPerFolder(sources: readonly SourceText[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const { file } of sources.filter((source) => !TEST.test(source.file))) {
    const folder = path.posix.dirname(file)
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)
}

/** Runs of equal lines that stand in two places or more; imports and lone punctuation do not count. */
export function countCopies(sources: readonly SourceText[]): number {
  const seen = new Set<string>()
  let copies = 0
  for (const { text } of sources) {
    const lines = linesOf(text)
      .map((line) => line.trim())
      .filter((line) => /\w/.test(line) && !/^(import|export \*)\b/.test(line))
    for (let start = 0; start + COPY_LINES <= lines.length; start++) {
      const run = lines.slice(start, start + COPY_LINES).join('\n')
      if (seen.has(run)) {
        copies += 1
        start += COPY_LINES - 1
      }
      seen.add(run)
    }
  }
  return copies
}

function toTable(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
