/**
 * Finds which messages a module says: `t('hold.button')`, `` t(`refusal.${reason}`) `` (all that begin so), or a choice
 * between such keys. A key that cannot be read from the code is an error, because its message would not be in the page.
 */
import path from 'node:path'
import webpack, { type Chunk, type Compilation, type Compiler, type Module, type WebpackPluginInstance } from 'webpack'

/** ESTree, as far as it is looked at. */
interface Node {
  type: string
  range: [number, number]
  [field: string]: unknown
}

const mentions = new WeakMap<Module, Set<string>>()

export class MentionsPlugin implements WebpackPluginInstance {
  apply(compiler: Compiler) {
    compiler.hooks.compilation.tap('MentionsPlugin', (_, { normalModuleFactory }) => {
      for (const type of ['javascript/auto', 'javascript/esm', 'javascript/dynamic'] as const) {
        normalModuleFactory.hooks.parser.for(type).tap('MentionsPlugin', (parser) => {
          parser.hooks.program.tap('MentionsPlugin', (ast) => {
            const { module, source } = parser.state
            if (module.resource.includes(`${path.sep}node_modules${path.sep}`)) return
            const keys = new Set<string>()
            for (const said of findCalls(ast as unknown as Node)) {
              const read = said ? readKeys(said) : null
              for (const key of read ?? []) keys.add(key)
              if (!read) module.addError(new webpack.WebpackError(toProblem(module.resource, source.toString(), said)))
            }
            mentions.set(module, keys)
          })
        })
      }
    })
  }
}

/** Keys that modules of these chunks say, sorted. */
export function mentionsIn({ chunkGraph }: Compilation, chunks: Iterable<Chunk>): string[] {
  const keys = new Set<string>()
  const add = (module: Module & { modules?: Module[] }) => {
    for (const key of mentions.get(module) ?? []) keys.add(key)
    // Several modules that webpack has put into one scope.
    for (const inner of module.modules ?? []) add(inner)
  }
  for (const chunk of chunks) for (const module of chunkGraph.getChunkModulesIterable(chunk)) add(module)
  return [...keys].sort()
}

/** First arguments of calls of `t`. */
function* findCalls(node: Node): Generator<Node | undefined> {
  if (node.type === 'CallExpression' && isT(node.callee as Node)) yield (node.arguments as Node[])[0]
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* findCalls(child)
  }
}

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string'

function isT(callee: Node): boolean {
  if (callee.type === 'MemberExpression') return !callee.computed && isT(callee.property as Node)
  return callee.type === 'Identifier' && callee.name === 't'
}

function readKeys(node: Node): string[] | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return [node.value]
  if (node.type === 'ConditionalExpression') {
    const [one, other] = [readKeys(node.consequent as Node), readKeys(node.alternate as Node)]
    return one && other && [...one, ...other]
  }
  if (node.type !== 'TemplateLiteral') return null
  const texts = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked)
  const [beginning = '', end = ''] = texts
  if (texts.length === 1) return [beginning]
  return texts.length === 2 && beginning.endsWith('.') && end === '' ? [`${beginning}*`] : null
}

function toProblem(file: string, source: string, said: Node | undefined): string {
  const key = said ? source.slice(...said.range) : ''
  return `${path.relative(process.cwd(), file)}: t(${key}) hides its key. Write t('a.key') or t(\`a.beginning.\${rest}\`).`
}
