import { databaseUrl } from './databases.ts'
import type { Instance } from './instances.ts'
import type { World } from './processes.ts'
import type { Secrets } from './secrets.ts'

interface Places {
  publicOrigin: string
  natsUrl: string
  adminUrl: string
  releasesDir: string
  stateDir: string
  secrets: Secrets
}

export function createWorld(instances: Instance[], { adminUrl, ...places }: Places): World {
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
export function urlsOf(instances: Instance[]): Record<string, string> {
  const all = instances.map(({ name, url }) => [name, url])
  const first = instances.filter(({ name }) => name.endsWith('-1')).map(({ executable, url }) => [executable.name, url])
  return Object.fromEntries([...first, ...all])
}
