import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { freePorts, isFree } from '../host/ports.ts'
import { PlainError } from '../plain-error.ts'
import { root } from '../state/folders.ts'
import type { Program, Supervisor } from '../supervision/supervisor.ts'
import { environmentOf } from './environment.ts'
import type { Executable } from './join-processes.ts'
import { executables } from './processes.ts'
import { isNeeded, isSecret } from './third-parties.ts'
import type { Topology } from './topology.ts'

export type Scale = Record<string, number>
/** Variables and their values; `undefined` removes one. */
export type Environment = Record<string, string | undefined>
export type Mode = 'production' | 'development'

export interface InstancePlan {
  /** `search-2`; what it calls itself in logs and metrics. */
  name: string
  executable: Executable
  port: number
  url: string
  /** By the variable that holds it. */
  furtherPorts: Record<string, number>
}

/** One instance of everything, or as many as the scale says; the first gateway gets the public port. */
export async function planInstances(publicPort: number, scale: Scale): Promise<InstancePlan[]> {
  const wanted = planNames(scale)
  const fixed = await fixedPorts(publicPort)
  const count = wanted.reduce((sum, { executable }) => sum + 1 + (executable.ports?.length ?? 0), fixed.size)
  const ports = (await freePorts(count)).filter((port) => ![...fixed.values()].includes(port))
  const nextPort = () => ports.pop() as number
  return wanted.map((instance) => {
    const port = fixed.get(instance.name) ?? nextPort()
    const furtherPorts = Object.fromEntries((instance.executable.ports ?? []).map((name) => [name, nextPort()]))
    return { ...instance, port, url: `http://127.0.0.1:${port}`, furtherPorts }
  })
}

/** Every instance, still without ports. Throws for a scale that is not possible and for third parties configured by half. */
export function planNames(scale: Scale): Pick<InstancePlan, 'name' | 'executable'>[] {
  checkScale(scale)
  return executables.filter(isNeeded).flatMap((executable) =>
    Array.from({ length: scale[executable.name] ?? 1 }, (_, index) => ({
      executable,
      name: `${executable.name}-${index + 1}`,
    })),
  )
}

/** Ports that are the same at every start, unless another program uses them: people keep addresses there. */
async function fixedPorts(publicPort: number): Promise<Map<string, number>> {
  const fixed = new Map([['gateway-1', publicPort]])
  for (const { name, portOffset } of executables) {
    if (portOffset && (await isFree(publicPort + portOffset))) fixed.set(`${name}-1`, publicPort + portOffset)
  }
  return fixed
}

/** Throws for a process that does not exist, and for a second instance of a simulator, which keeps its state in memory. */
export function checkScale(scale: Scale) {
  const known = executables.map(({ name }) => name)
  const unknown = Object.keys(scale).find((name) => !known.includes(name))
  if (unknown) throw new PlainError(`There is no process ${unknown}: it is one of ${known.join(', ')}.`)
  const single = executables.find(({ name, replaces }) => replaces && (scale[name] ?? 1) > 1)
  if (single) throw new PlainError(`There is one ${single.name} only: it is a simulator.`)
}

/** Those that call nobody first, then those whose callees are all in earlier tiers. */
export function tiersOf(instances: InstancePlan[]): InstancePlan[][] {
  const tiers: InstancePlan[][] = []
  const names = new Set(instances.map(({ executable }) => executable.name))
  const placed = new Set<string>()
  while (tiers.flat().length < instances.length) {
    const tier = instances.filter(
      ({ executable: { name, callees } }) =>
        !placed.has(name) && callees.every((callee) => placed.has(callee) || !names.has(callee)),
    )
    for (const { executable } of tier) placed.add(executable.name)
    tiers.push(tier)
  }
  return tiers
}

/** Arguments that make Node run TypeScript sources. */
export const withTsx = ['--import', pathToFileURL(join(root, 'node_modules', 'tsx', 'dist', 'esm', 'index.mjs')).href]

/** The pages and the pseudo-locale for developers. */
const forDevelopers = { DEVELOPMENT: '1', LANGUAGES: 'en,de,ar,en-XA' }

export interface Launch {
  supervisor: Supervisor
  topology: Topology
  mode: Mode
  /** By process or instance; read at each start of a process. */
  overrides: Record<string, Environment>
}

export function toProgram(
  { executable, name, port, url, furtherPorts }: InstancePlan,
  rank: number,
  { supervisor, topology, mode, overrides }: Launch,
): Program {
  const folder = join(root, executable.folder)
  return supervisor.program({
    name,
    rank,
    command: process.execPath,
    args:
      mode === 'development'
        ? [...withTsx, `src/${executable.entry}.ts`]
        : ['--enable-source-maps', `dist/${executable.entry}.js`],
    cwd: folder,
    get env() {
      return {
        ...inherited(),
        ...environmentOf(executable, topology),
        ...(mode === 'development' && forDevelopers),
        ...Object.fromEntries(Object.entries(furtherPorts).map(([variable, further]) => [variable, String(further)])),
        PORT: String(port),
        HOST: '127.0.0.1',
        INSTANCE: name,
        ...overrides[executable.name],
        ...overrides[name],
      }
    },
    ready: () => isReady(url, topology.secrets.opsToken),
  })
}

/** npm's own variables and the administrator's access are not passed on. */
const GUARDED = /^(npm_|DATABASE_|TEST_)/

/** What the operator set, such as LOG_LEVEL. */
function inherited() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !GUARDED.test(name) && !isSecret(name)))
}

/** `true`, or why not. The gateway gives its reasons to operators only. */
export async function isReady(url: string, opsToken: string): Promise<true | string> {
  try {
    const headers = { authorization: `Bearer ${opsToken}` }
    const response = await fetch(`${url}/readyz`, { headers, signal: AbortSignal.timeout(2_000) })
    return response.ok || (await response.text())
  } catch (error) {
    return ((error as Error).cause as Error | undefined)?.message ?? (error as Error).message
  }
}
