import type { findExperiences } from '@fernweh/contracts/api/search'
import type { FindData, SearchQuery } from '@fernweh/contracts/fragments/search'
import type { Host } from '@fernweh/kit/browser/host'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { FIND, readSearch, toAddress } from '../../listing/address.ts'

/**
 * Links and forms of the fragment that lead to another search are answered in place, with the address they lead to; without
 * script, and whenever an answer does not come, they lead there.
 */
export function useFind(host: Host, first: FindData, root: RefObject<HTMLElement | null>) {
  const [data, setData] = useState(first)
  const [busy, setBusy] = useState(false)
  const turn = useRef(0)

  useEffect(() => {
    const here = root.current
    if (!here) return

    async function show(address: string, search: SearchQuery, isNew: boolean) {
      turn.current += 1
      const mine = turn.current
      setBusy(true)
      try {
        const answer = await host.api<typeof findExperiences>('GET /experiences', { query: search })
        if (mine !== turn.current) return
        if ('refused' in answer) throw new Error('nothing is refused here')
        if (isNew) history.pushState(null, '', address)
        setData({ search, ...answer })
        setBusy(false)
      } catch {
        if (mine === turn.current) location.assign(address)
      }
    }

    function go(search: SearchQuery) {
      const address = toAddress(search)
      if (address !== location.pathname + location.search) void show(address, search, true)
    }

    function onClick(event: MouseEvent) {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]')
      const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
      if (!link || !isPlain || event.defaultPrevented || link.pathname !== FIND) return
      event.preventDefault()
      go(readSearch(new URL(link.href).searchParams))
    }

    /** The native event, which comes when a value is settled and not while it is typed. */
    function onChange({ target }: Event) {
      const { form } = target as HTMLInputElement
      if (form) go(readForm(form))
    }

    function onSubmit(event: SubmitEvent) {
      event.preventDefault()
      go(readForm(event.target as HTMLFormElement))
    }

    function onPopState() {
      const address = location.pathname + location.search
      if (location.pathname === FIND) void show(address, readSearch(new URLSearchParams(location.search)), false)
    }

    here.addEventListener('click', onClick)
    here.addEventListener('change', onChange)
    here.addEventListener('submit', onSubmit)
    addEventListener('popstate', onPopState)
    return () => {
      here.removeEventListener('click', onClick)
      here.removeEventListener('change', onChange)
      here.removeEventListener('submit', onSubmit)
      removeEventListener('popstate', onPopState)
    }
  }, [host, root])

  return { data, busy }
}

function readForm(form: HTMLFormElement): SearchQuery {
  return readSearch([...new FormData(form)].map(([name, value]) => [name, String(value)] as [string, string]))
}
