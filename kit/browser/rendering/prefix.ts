/** Ids of `useId` must agree between server and browser and differ between fragments: `search/Find` → `search-Find-`. */
export function toPrefix(fragment: string): string {
  return `${fragment.replace('/', '-')}-`
}

export function prefixOf(root: HTMLElement): string {
  return toPrefix(root.closest<HTMLElement>('[data-fragment]')?.dataset.fragment ?? '')
}
