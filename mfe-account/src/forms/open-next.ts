/** Loads the next page as a new document, because its content depends on the session that has just changed. */
export function openNext({ next }: { next: string }) {
  location.assign(next)
}
