import { outcomeFields } from '@fernweh/contracts/browser/form-outcome'

/** The outcome of a form is shown once: it is removed from the address, so that a reload or a bookmark does not repeat it. */
export function clearOutcome(): void {
  const url = new URL(location.href)
  if (!outcomeFields.some((name) => url.searchParams.has(name))) return
  for (const name of outcomeFields) url.searchParams.delete(name)
  history.replaceState(history.state, '', url)
}
