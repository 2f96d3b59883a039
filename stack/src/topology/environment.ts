import { PlainError } from '../plain-error.ts'
import type { Executable } from './join-processes.ts'
import { executables } from './processes.ts'
import { configured, simulatorOf } from './third-parties.ts'
import type { Topology } from './topology.ts'

/** The environment a process gets for what it declares. */
export function environmentOf(executable: Executable, topology: Topology): Record<string, string> {
  const { calls = {}, env = {}, database } = executable
  const urls = Object.entries(calls).map(([variable, callee]) => [variable, topology.instancesOf(callee).join(',')])
  return {
    ...basis(executable, topology),
    ...(database && { DATABASE_URL: topology.databaseUrl(database) }),
    ...Object.fromEntries(urls),
    ...fillAll(env, executable, topology),
    ...ofThirdParty(executable, topology),
  }
}

/** A simulator stands for somebody outside of the system, who knows nothing of its inside. */
function basis({ replaces }: Executable, { secrets, natsUrl }: Topology) {
  const { opsToken: OPS_TOKEN, identityPublicKey: IDENTITY_PUBLIC_KEY } = secrets
  return replaces ? { OPS_TOKEN } : { OPS_TOKEN, IDENTITY_PUBLIC_KEY, NATS_URL: natsUrl }
}

function ofThirdParty(executable: Executable, topology: Topology): Record<string, string> {
  const { thirdParty } = executable
  if (!thirdParty) return {}
  return configured(thirdParty) ?? fillAll(simulatorOf(thirdParty)?.replaces?.provides ?? {}, executable, topology)
}

/** A variable whose placeholder has no value, since a process does not run, is left out. */
function fillAll(templates: Record<string, string>, { folder }: Executable, topology: Topology) {
  const values = Object.entries(templates).flatMap(([variable, template]) => {
    const value = fill(template, { folder, variable, topology })
    return value === null ? [] : [[variable, value]]
  })
  return Object.fromEntries(values) as Record<string, string>
}

interface Place {
  folder: string
  variable: string
  topology: Topology
}

const PLACEHOLDER = /\{([A-Za-z]+)(?::([\w-]+))?(?::(\w+))?\}/g

function fill(template: string, { folder, variable, topology }: Place): string | null {
  let isWhole = true
  const filled = template.replace(PLACEHOLDER, (placeholder, kind: string, name = '', detail = '') => {
    const read = Object.hasOwn(placeholders, kind) ? placeholders[kind] : undefined
    if (!read) throw new PlainError(`${folder}/processes.ts: ${variable} has an unknown placeholder ${placeholder}.`)
    const value = read(topology, name, detail)
    isWhole &&= value !== undefined
    return String(value)
  })
  return isWhole ? filled : null
}

type Read = (topology: Topology, name: string, detail: string) => string | number | undefined

const placeholders: Record<string, Read> = {
  natsUrl: ({ natsUrl }) => natsUrl,
  publicOrigin: ({ publicOrigin }) => publicOrigin,
  releasesDir: ({ releasesDir }) => releasesDir,
  stateDir: ({ stateDir }) => stateDir,
  secret: ({ secrets }, name) => secretNamed(secrets, name),
  url: ({ instancesOf }, process) => instancesOf(process)[0],
  port: ({ portOf }, process, variable) => portOf(process, variable),
  bffsFile: ({ bffsFile }) => bffsFile,
  hooks: ({ instancesOf }) => {
    const called = executables.flatMap(({ name, thirdParty }) =>
      thirdParty?.hook ? [[thirdParty.name, instancesOf(name)]] : [],
    )
    return JSON.stringify(Object.fromEntries(called))
  },
  formTargets: ({ instancesOf }) =>
    executables
      .flatMap(({ thirdParty }) => (thirdParty?.formTarget ? [thirdParty] : []))
      .map((use) => instancesOf(simulatorOf(use)?.name ?? '')[0] ?? use.formTarget)
      .join(','),
}

/** Addresses of the bffs by micro-frontend. */
export function bffsOf({ instancesOf }: Topology): Record<string, string[]> {
  return Object.fromEntries(executables.flatMap(({ name, bff }) => (bff ? [[bff, instancesOf(name)]] : [])))
}

function secretNamed(secrets: Topology['secrets'], name: string) {
  const value = Object.entries(secrets).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? value : undefined
}
