/** The page's URL changes in place as people choose, and what leads back to the page follows. */
import type { Host } from './host.ts'
import { useBus } from './use-bus.ts'

export interface AddressEvents {
  'page:address-changed': { page: string }
}

type AddressBus = Pick<Host<AddressEvents>, 'bus'>

/** Path and query of the page, `page` until they change. */
export function usePageAddress(host: AddressBus, page: string): string {
  return useBus(host, 'page:address-changed', null)?.page ?? page
}

export const currentPage = () => location.pathname + location.search

/** `href` is a URL of this site; with `addToHistory`, people can go back from it. */
export function changeAddress({ bus }: AddressBus, href: string, { addToHistory = false } = {}): void {
  if (addToHistory) history.pushState(null, '', href)
  else history.replaceState(history.state, '', href)
  announceAddress({ bus })
}

/** For a change by the browser itself. */
export function announceAddress({ bus }: AddressBus): void {
  bus.emit('page:address-changed', { page: currentPage() })
}
