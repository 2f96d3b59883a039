import { MessagesProvider } from '@fernweh/kit/browser/host/use-messages'
import { createCatalog } from '@fernweh/kit/language/messages'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { messages } from '../messages.ts'

const catalog = createCatalog([messages])

/** As the server would, in that locale. */
export function render(element: ReactNode, locale = 'en-GB'): string {
  const html = renderToString(
    <MessagesProvider locale={locale} t={catalog.in(locale)}>
      {element}
    </MessagesProvider>,
  )
  return html.replaceAll('<!-- -->', '')
}
