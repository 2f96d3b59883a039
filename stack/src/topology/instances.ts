import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PlainError } from '../../plain-error.mjs'
import { freePorts, isFree } from '../host/ports.ts'
import { root } from '../state/folders.ts'
import type { Program, Supervisor } from '../supervision/supervisor.ts'
import { type Executable, executables } from './processes.ts'
import { configured, isSecret } from './third-parties.ts'
import type { Topology } from './topology.ts'

export type Scale = Record<string, number>
export type Mode = 'production' | 'development'

export interface InstancePlan {
  /** `search-2`; what it calls itself in logs and metrics. */
  name: string
  executable: Executable
  port: number
  url: string
  /** By the variable that tells it. */
  furtherPorts: Record<string, number>
}

/** One instance of everything, or as many as asked for; the first gateway gets the public port. */
export async function planInstances(publicPort: number, scale: Scale): Promise<InstancePlan[]> {
  checkNames(Object.keys(scale))
  checkSingle(scale)
  const wanted = executables
    .filter(({ standsInFor }) => !standsInFor || configured(standsInFor) === null)
    .flatMap((executable) =>
      Array.from({ length: scale[executable.name] ?? 1 }, (_, index) => ({
        executable,
        name: `${executable.name}-${index + 1}`,
      })),
    )
  const kept = await keptPorts(publicPort)
  const count = wanted.reduce((sum, { executable }) => sum + 1 + (executable.ports?.length ?? 0), kept.size)
  const ports = (await freePorts(count)).filter((port) => ![...kept.values()].includes(port))
  const nextPort = () => ports.pop() as number
  return wanted.map((instance) => {
    const port = kept.get(instance.name) ?? nextPort()
    const furtherPorts = Object.fromEntries((instance.executable.ports ?? []).map((name) => [name, nextPort()]))
    return { ...instance, port, url: `http://127.0.0.1:${port}`, furtherPorts }
  })
}

/** Ports that are the same at every start, unless somebody has taken them: addresses there outlive a start. */
async function keptPorts(publicPort: number): Promise<Map<string, number>> {
  const kept = new Map([['gateway-1', publicPort]])
  for (const { name, portOffset } of executables) {
    if (portOffset && (await isFree(publicPort + portOffset))) kept.set(`${name}-1`, publicPort + portOffset)
  }
  return kept
}

/** A simulator keeps its state in its own memory. */
function checkSingle(scale: Scale) {
  const single = executables.find(({ name, standsInFor }) => standsInFor && (scale[name] ?? 1) > 1)
  if (single) throw new PlainError(`There is one ${single.name} only: it is a simulator.`)
}

export function checkNames(names: string[]) {
  const known = executables.map(({ name }) => name)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown) throw new PlainError(`There is no process ${unknown}: it is one of ${known.join(', ')}.`)
}

/** Those that ask nobody first, then those whose upstreams stand in an earlier tier. */
export function tiersOf(instances: InstancePlan[]): InstancePlan[][] {
  const tiers: InstancePlan[][] = []
  const names = new Set(instances.map(({ executable }) => executable.name))
  const placed = new Set<string>()
  while (tiers.flat().length < instances.length) {
    const tier = instances.filter(
      ({ executable: { name, asks } }) =>
        !placed.has(name) && asks.every((asked) => placed.has(asked) || !names.has(asked)),
    )
    if (!tier.length) throw new Error('processes ask each other in a circle')
    for (const { executable } of tier) placed.add(executable.name)
    tiers.push(tier)
  }
  return tiers
}

/** Arguments that make Node run TypeScript sources. */
export const withTsx = ['--import', pathToFileURL(join(root, 'node_modules', 'tsx', 'dist', 'esm', 'index.mjs')).href]

/** The pages and the pseudo-locale that only people who build have a use for. */
const forBuilders = { DEVELOPMENT: '1', LANGUAGES: 'en,de,ar,en-XA' }

export interface Launch {
  supervisor: Supervisor
  world: Topology
  mode: Mode
  env: Record<string, Record<string, string>>
}

export function toProgram(
  { executable, name, port, url, furtherPorts }: InstancePlan,
  rank: number,
  { supervisor, world, mode, env }: Launch,
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
    env: {
      ...inherited(),
      ...executable.env(world),
      ...(mode === 'development' && forBuilders),
      ...Object.fromEntries(Object.entries(furtherPorts).map(([variable, further]) => [variable, String(further)])),
      PORT: String(port),
      HOST: '127.0.0.1',
      INSTANCE: name,
      ...env[executable.name],
      ...env[name],
    },
    ready: () => isReady(url, world.secrets.opsToken),
  })
}

/** npm's own variables and the administrator's access are nobody's business. */
const GUARDED = /^(npm_|DATABASE_|TEST_)/

/** What the operator set, such as LOG_LEVEL. */
function inherited() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !GUARDED.test(name) && !isSecret(name)))
}

/** The public door tells its reasons to operators only. */
async function isReady(url: string, opsToken: string) {
  try {
    const headers = { authorization: `Bearer ${opsToken}` }
    const answer = await fetch(`${url}/readyz`, { headers, signal: AbortSignal.timeout(2_000) })
    return answer.ok || (await answer.text())
  } catch (error) {
    return ((error as Error).cause as Error | undefined)?.message ?? (error as Error).message
  }
}
