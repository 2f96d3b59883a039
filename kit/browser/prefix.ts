/** Ids of `useId` must agree between server and browser and differ between parts: `search/Find` → `search-Find-`. */
export function toPrefix(part: string): string {
  return `${part.replace('/', '-')}-`
}

export function prefixOf(root: HTMLElement): string {
  return toPrefix(root.closest<HTMLElement>('[data-part]')?.dataset.part ?? '')
}
