import { outcomeFields } from '@fernweh/contracts/browser/form-outcome'

/** What became of a form is shown once: it leaves the address, so that a reload or a bookmark does not say it again. */
export function clearOutcome(): void {
  const url = new URL(location.href)
  if (!outcomeFields.some((name) => url.searchParams.has(name))) return
  for (const name of outcomeFields) url.searchParams.delete(name)
  history.replaceState(history.state, '', url)
}
