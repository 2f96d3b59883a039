import type { BusEvents } from '@fernweh/contracts/browser/bus-events'
import { createServerHost } from '@fernweh/kit/browser/host/server-host'
import { MessagesProvider } from '@fernweh/kit/browser/host/use-messages'
import { createCatalog } from '@fernweh/kit/language/messages'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { allMessages } from '../src/messages.ts'

const catalog = createCatalog(allMessages)

export const host = createServerHost<BusEvents>({
  team: 'search',
  user: null,
  locale: 'en-GB',
  messages: catalog.read('en-GB'),
  release: 'test',
})

/** HTML as the server renders it in `locale`, without React's text separators. */
export function render(element: ReactNode, locale = 'en-GB'): string {
  const html = renderToString(
    <MessagesProvider locale={locale} t={catalog.in(locale)}>
      {element}
    </MessagesProvider>,
  )
  return html.replaceAll('<!-- -->', '')
}
