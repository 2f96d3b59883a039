import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False while the server's HTML stands alone, true as soon as the part can answer. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
