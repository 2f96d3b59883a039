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

export const isRule = (file: string) => /(^|\/)domain\/.+\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file)

export function findImpurities(file: string): Violation[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: Violation[] = []
  const visit = (node: ts.Node): void => {
    const impurity = toImpurity(node)
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
    if (impurity) found.push({ rule: 'domain-is-pure', from: file, to: `${impurity} (line ${line + 1})` })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function toImpurity(node: ts.Node): string | undefined {
  if (ts.isMetaProperty(node)) return 'import.meta'
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return toMember(node)
  if (ts.isNewExpression(node) && isNamed(node.expression, 'Date') && !node.arguments?.length) return 'new Date()'
  if (ts.isCallExpression(node) && isNamed(node.expression, 'Date')) return 'Date()'
  return ts.isIdentifier(node) && IMPURE.has(node.text) && isReference(node) ? node.text : undefined
}

function toMember(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): string | undefined {
  const member = ts.isPropertyAccessExpression(node) ? node.name.text : node.argumentExpression.getText()
  if (isNamed(node.expression, 'Date') && !/^(UTC|parse)$/.test(member)) return `Date.${member}`
  if (isNamed(node.expression, 'Math') && /random/.test(member)) return 'Math.random'
  return undefined
}

const isNamed = (node: ts.Expression, name: string) => ts.isIdentifier(node) && node.text === name

/** A name that stands for a value; not the name of a member, a key or a declaration. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== node
  if (ts.isPropertyAssignment(parent)) return parent.name !== node
  return !ts.isPropertySignature(parent) && !ts.isMethodSignature(parent) && !ts.isLiteralTypeNode(parent)
}
