/**
 * Collects the message keys a module uses: `t('hold.button')`, `` t(`refusal.${reason}`) `` (all with that prefix), or a
 * conditional of such keys. A key that cannot be read from the code is an error, because its message would not be in the page.
 */
import path from 'node:path'
import webpack, { type Chunk, type Compilation, type Compiler, type Module, type WebpackPluginInstance } from 'webpack'

interface Node {
  type: string
  range: [number, number]
  [field: string]: unknown
}

const keysOfModule = new WeakMap<Module, Set<string>>()

export class MessageKeysPlugin implements WebpackPluginInstance {
  apply(compiler: Compiler) {
    compiler.hooks.compilation.tap('MessageKeysPlugin', (_, { normalModuleFactory }) => {
      for (const type of ['javascript/auto', 'javascript/esm', 'javascript/dynamic'] as const) {
        normalModuleFactory.hooks.parser.for(type).tap('MessageKeysPlugin', (parser) => {
          parser.hooks.program.tap('MessageKeysPlugin', (ast) => {
            const { module, source } = parser.state
            if (module.resource.includes(`${path.sep}node_modules${path.sep}`)) return
            const keys = new Set<string>()
            for (const argument of findCalls(ast as unknown as Node)) {
              const read = argument ? readKeys(argument) : null
              for (const key of read ?? []) keys.add(key)
              if (!read)
                module.addError(new webpack.WebpackError(toProblem(module.resource, source.toString(), argument)))
            }
            keysOfModule.set(module, keys)
          })
        })
      }
    })
  }
}

export function messageKeysIn({ chunkGraph }: Compilation, chunks: Iterable<Chunk>): string[] {
  const keys = new Set<string>()
  const add = (module: Module & { modules?: Module[] }) => {
    for (const key of keysOfModule.get(module) ?? []) keys.add(key)
    // Modules that webpack has concatenated into one.
    for (const inner of module.modules ?? []) add(inner)
  }
  for (const chunk of chunks) for (const module of chunkGraph.getChunkModulesIterable(chunk)) add(module)
  return [...keys].sort()
}

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
  const [prefix = '', suffix = ''] = texts
  if (texts.length === 1) return [prefix]
  return texts.length === 2 && prefix.endsWith('.') && suffix === '' ? [`${prefix}*`] : null
}

function toProblem(file: string, source: string, argument: Node | undefined): string {
  const key = argument ? source.slice(...argument.range) : ''
  return `${path.relative(process.cwd(), file)}: t(${key}) hides its key. Write t('a.key') or t(\`a.prefix.\${rest}\`).`
}
