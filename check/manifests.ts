/** One version per dependency over all workspaces, each pinned exactly. */
export interface Manifest {
  name: string
  scripts?: Record<string, string>
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

const EXACT = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/

interface Wanted {
  by: string
  dependency: string
  version: string
}

function wantedBy({ name: by, dependencies, devDependencies, optionalDependencies }: Manifest): Wanted[] {
  const all = [dependencies, devDependencies, optionalDependencies].flatMap((group) => Object.entries(group ?? {}))
  return all.map(([dependency, version]) => ({ by, dependency, version }))
}

export function findLooseVersions(manifests: Manifest[]): string[] {
  return manifests
    .flatMap(wantedBy)
    .filter(({ version }) => !EXACT.test(version))
    .map(({ by, dependency, version }) => `${by} wants ${dependency} ${version}: pin it exactly`)
}

export function findSecondVersions(manifests: Manifest[]): string[] {
  const versions = new Map<string, Map<string, string[]>>()
  for (const { by, dependency, version } of manifests.flatMap(wantedBy)) {
    const byVersion = versions.get(dependency) ?? new Map<string, string[]>()
    versions.set(dependency, byVersion.set(version, [...(byVersion.get(version) ?? []), by]))
  }
  return [...versions].flatMap(([dependency, byVersion]) =>
    byVersion.size < 2
      ? []
      : [`${dependency}: ${[...byVersion].map(([v, by]) => `${v} in ${by.join(', ')}`).join('; ')}`],
  )
}
