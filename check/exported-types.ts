/** One exported type name has one meaning: two declarations of different shape under one name are listed. */
import ts from 'typescript'

export interface SourceText {
  file: string
  text: string
}

interface Declared {
  file: string
  shape: string
}

export function findAmbiguousTypes(sources: readonly SourceText[]): string[] {
  const byName = new Map<string, Declared[]>()
  for (const source of sources) {
    for (const { name, shape } of exportedTypesOf(source)) {
      byName.set(name, [...(byName.get(name) ?? []), { file: source.file, shape }])
    }
  }
  return [...byName].flatMap(([name, declared]) => {
    const shapes = new Set(declared.map(({ shape }) => shape))
    return shapes.size > 1 ? [`${name} means different things: ${declared.map(({ file }) => file).join(', ')}`] : []
  })
}

function exportedTypesOf({ file, text }: SourceText): { name: string; shape: string }[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  return source.statements.flatMap((statement) => {
    const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)
    if (!isType || !isExported(statement)) return []
    return [{ name: statement.name.text, shape: shapeOf(statement, source) }]
  })
}

function isExported(statement: ts.InterfaceDeclaration | ts.TypeAliasDeclaration): boolean {
  return statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false
}

/** The declaration without comments and white space. */
function shapeOf(statement: ts.Statement, source: ts.SourceFile): string {
  const printer = ts.createPrinter({ removeComments: true })
  return printer.printNode(ts.EmitHint.Unspecified, statement, source).replace(/\s+/g, '')
}
