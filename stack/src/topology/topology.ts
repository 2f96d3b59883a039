import type { Secrets } from '../state/secrets.ts'
import { databaseUrl } from '../stores/databases.ts'

/** What processes are told of each other and of what they share. */
export interface Topology {
  publicOrigin: string
  natsUrl: string
  releasesDir: string
  stateDir: string
  secrets: Secrets
  /** Base URLs of every instance. */
  instancesOf: (process: string) => string[]
  /** A further port of a process, by the variable that tells it. */
  portOf: (process: string, variable: string) => number
  databaseUrl: (database: string) => string
}

/** An instance of a process, with its addresses. */
interface Placed {
  name: string
  executable: { name: string }
  url: string
  furtherPorts: Record<string, number>
}

type Places = Omit<Topology, 'instancesOf' | 'portOf' | 'databaseUrl'> & { adminUrl: string }

export function createTopology(instances: Placed[], { adminUrl, ...places }: Places): Topology {
  const of = (process: string) => instances.filter(({ executable }) => executable.name === process)
  return {
    ...places,
    instancesOf: (process) => of(process).map(({ url }) => url),
    portOf: (process, variable) => of(process)[0]?.furtherPorts[variable] as number,
    databaseUrl: (service) => databaseUrl(adminUrl, roleOf(service), places.secrets.roles[service] as string),
  }
}

/** A server given by `DATABASE_ADMIN_URL` may have other tenants. */
export function roleOf(service: string) {
  return `fernweh_${service}`
}

/** By process (its first instance) and by instance. */
export function urlsOf(instances: Placed[]): Record<string, string> {
  const all = instances.map(({ name, url }) => [name, url])
  const first = instances.filter(({ name }) => name.endsWith('-1')).map(({ executable, url }) => [executable.name, url])
  return Object.fromEntries([...first, ...all])
}
