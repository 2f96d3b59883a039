import { databaseUrl } from './databases.ts'
import type { Instance } from './instances.ts'
import type { World } from './processes.ts'
import type { Secrets } from './secrets.ts'

interface Places {
  publicOrigin: string
  natsUrl: string
  adminUrl: string
  releasesDir: string
  secrets: Secrets
}

export function createWorld(
  instances: Instance[],
  { publicOrigin, natsUrl, adminUrl, releasesDir, secrets }: Places,
): World {
  return {
    publicOrigin,
    natsUrl,
    releasesDir,
    secrets,
    instancesOf: (process) => instances.filter(({ executable }) => executable.name === process).map(({ url }) => url),
    databaseUrl: (service) => databaseUrl(adminUrl, roleOf(service), secrets.roles[service] as string),
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
