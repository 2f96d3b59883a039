const MAY_KNOW_ZONES = /^(contracts\/src\/(zones|browser\/time-format)|check\/guards)\.ts$/
/** An option of `Intl`, other than UTC. */
const ZONE_OPTION = /(?<!\.)\btimeZone\s*(?:[,}]|:(?!\s*'UTC'))/

interface Source {
  file: string
  text: string
}

/** Times of a place are decided by one set of rules, not by those of the running platform. */
export function findOtherZoneRules(sources: Source[]): string[] {
  const found = sources.filter(({ file, text }) => !MAY_KNOW_ZONES.test(file) && ZONE_OPTION.test(text))
  return found.map(
    ({ file }) => `${file}: local times come from @fernweh/contracts/zones, and browsers only format them`,
  )
}
