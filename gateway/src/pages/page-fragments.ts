import type { ReleaseRecord } from '@fernweh/contracts/release'
import type { ActiveReleases } from '../releases/active-releases.ts'

/** The shell fills slots of the frame on every page. */
export function isFrame({ shell }: ActiveReleases, slot: string): boolean {
  return slot in (shell.frame ?? {})
}

/** Each release with the names of its fragments among these; a team without an active release is left out. */
export function recordsOf(
  releases: ActiveReleases,
  fragments: string[],
): { record: ReleaseRecord; fragments: string[] }[] {
  const teams = new Map<string, string[]>()
  for (const fragment of fragments) {
    const [team = '', name = ''] = fragment.split('/')
    teams.set(team, [...(teams.get(team) ?? []), name])
  }
  return [...teams].flatMap(([team, names]) => {
    const record = releases.remotes.get(team)
    return record ? [{ record, fragments: names }] : []
  })
}
