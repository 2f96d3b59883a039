import type { findExperiences } from '@fernweh/contracts/api/search'
import type { FindData, SearchQuery } from '@fernweh/contracts/fragments/search'
import { announceAddress, changeAddress, currentPage } from '@fernweh/kit/browser/host/page-address'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { TeamHost } from '../../host.ts'
import { FIND_PATH, parseSearchFields, toSearchUrl } from '../../search-form/search-url.ts'

/**
 * Runs searches in place when a link or form of the fragment leads to another search, and updates the URL; falls back to
 * loading the page when a request fails. Without script the links and forms load the page by themselves.
 */
export function useSearch(host: TeamHost, first: FindData, root: RefObject<HTMLElement | null>) {
  const [data, setData] = useState(first)
  const [busy, setBusy] = useState(false)
  const latest = useRef(0)

  useEffect(() => {
    const element = root.current
    if (!element) return

    async function show(url: string, search: SearchQuery, addToHistory: boolean) {
      latest.current += 1
      const current = latest.current
      setBusy(true)
      try {
        const answer = await host.api<typeof findExperiences>('GET /experiences', { query: search })
        if (current !== latest.current) return
        if ('refused' in answer) throw new Error('GET /experiences has no refusals')
        if (addToHistory) changeAddress(host, url, { addToHistory })
        else announceAddress(host)
        setData({ search, ...answer })
        setBusy(false)
      } catch {
        if (current === latest.current) location.assign(url)
      }
    }

    function go(search: SearchQuery) {
      const url = toSearchUrl(search)
      if (url !== currentPage()) void show(url, search, true)
    }

    function onClick(event: MouseEvent) {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]')
      const isPlainClick = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
      if (!link || !isPlainClick || event.defaultPrevented || link.pathname !== FIND_PATH) return
      event.preventDefault()
      go(parseSearchFields(new URL(link.href).searchParams))
    }

    /** Listens to the native event, which fires when a value is committed and not on every key. */
    function onChange({ target }: Event) {
      const { form } = target as HTMLInputElement
      if (form) go(readForm(form))
    }

    function onSubmit(event: SubmitEvent) {
      event.preventDefault()
      go(readForm(event.target as HTMLFormElement))
    }

    function onPopState() {
      if (location.pathname === FIND_PATH)
        void show(currentPage(), parseSearchFields(new URLSearchParams(location.search)), false)
    }

    element.addEventListener('click', onClick)
    element.addEventListener('change', onChange)
    element.addEventListener('submit', onSubmit)
    addEventListener('popstate', onPopState)
    return () => {
      element.removeEventListener('click', onClick)
      element.removeEventListener('change', onChange)
      element.removeEventListener('submit', onSubmit)
      removeEventListener('popstate', onPopState)
    }
  }, [host, root])

  return { data, busy }
}

function readForm(form: HTMLFormElement): SearchQuery {
  return parseSearchFields([...new FormData(form)].map(([name, value]) => [name, String(value)] as [string, string]))
}
