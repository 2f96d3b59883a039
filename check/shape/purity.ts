/** What rules may not touch: clock, random, environment, network, console. Time and chance are arguments. */
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import type { Violation } from './cruise.ts'

const IMPURE = new Set([
  ...['console', 'crypto', 'fetch', 'global', 'globalThis', 'performance', 'process', 'require', 'window', 'document'],
  ...[
    'localStorage',
    'sessionStorage',
    'setImmediate',
    'setInterval',
    'setTimeout',
    'queueMicrotask',
    'XMLHttpRequest',
  ],
])

export const isRule = (file: string) =>
  /(^|\/)domain\/.+\.tsx?$|(^|\/)illustrator\/src\//.test(file) && !/\.test\.tsx?$/.test(file)

const ruleOf = (file: string) => (/(^|\/)illustrator\/src\//.test(file) ? 'illustrator-is-pure' : 'domain-is-pure')

export function findImpurities(file: string): Violation[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: Violation[] = []
  const visit = (node: ts.Node): void => {
    const impurity = toImpurity(node)
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
    if (impurity) found.push({ rule: ruleOf(file), from: file, to: `${impurity} (line ${line + 1})` })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function toImpurity(node: ts.Node): string | undefined {
  if (ts.isMetaProperty(node)) return 'import.meta'
  if (!ts.isIdentifier(node) || !isReference(node)) return undefined
  if (IMPURE.has(node.text)) return node.text
  if (node.text === 'Date' && !isPureDate(node)) return node.parent.getText()
  return node.text === 'Math' && !isPureMath(node) ? node.parent.getText() : undefined
}

/** A date made from something given, one way or another. */
function isPureDate({ parent }: ts.Identifier): boolean {
  if (ts.isNewExpression(parent)) return (parent.arguments?.length ?? 0) > 0
  if (ts.isPropertyAccessExpression(parent)) return /^(UTC|parse)$/.test(parent.name.text)
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword
}

function isPureMath({ parent }: ts.Identifier): boolean {
  return ts.isPropertyAccessExpression(parent) && parent.name.text !== 'random'
}

/** A name that stands for a value; not the name of a type, a member, a key or a declaration. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name !== node
  return !(
    ts.isTypeReferenceNode(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isQualifiedName(parent)
  )
}
