import { join } from 'node:path'
import type { Secrets } from '../state/secrets.ts'
import { databaseUrl } from '../stores/databases.ts'

/** What the environment of a process may hold: addresses of the others, and what they share. */
export interface Topology {
  publicOrigin: string
  natsUrl: string
  releasesDir: string
  stateDir: string
  /** Holds the addresses of the bffs, for the gateway, which watches it. */
  bffsFile: string
  secrets: Secrets
  /** Base URLs of every instance. */
  instancesOf: (process: string) => string[]
  /** A further port of a process that runs, by the variable that holds it. */
  portOf: (process: string, variable: string) => number | undefined
  databaseUrl: (database: string) => string
}

/** An instance of a process, with its addresses. */
interface AddressedInstance {
  name: string
  executable: { name: string }
  url: string
  furtherPorts: Record<string, number>
}

type Settings = Omit<Topology, 'instancesOf' | 'portOf' | 'databaseUrl' | 'bffsFile'> & { adminUrl: string }

export function createTopology(instances: AddressedInstance[], { adminUrl, ...settings }: Settings): Topology {
  const of = (process: string) => instances.filter(({ executable }) => executable.name === process)
  return {
    ...settings,
    bffsFile: join(settings.stateDir, 'bffs.json'),
    instancesOf: (process) => of(process).map(({ url }) => url),
    portOf: (process, variable) => of(process)[0]?.furtherPorts[variable],
    databaseUrl: (service) => databaseUrl(adminUrl, roleOf(service), settings.secrets.roles[service] as string),
  }
}

/** A server given by `DATABASE_ADMIN_URL` may have other tenants. */
export function roleOf(service: string) {
  return `fernweh_${service}`
}

/** By process (its first instance) and by instance. */
export function urlsOf(instances: AddressedInstance[]): Record<string, string> {
  const all = instances.map(({ name, url }) => [name, url])
  const first = instances.filter(({ name }) => name.endsWith('-1')).map(({ executable, url }) => [executable.name, url])
  return Object.fromEntries([...first, ...all])
}
