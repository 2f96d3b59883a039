import type { BusEvents } from '@fernweh/contracts/browser/bus-events'
import type { FormOutcome } from '@fernweh/contracts/browser/form-outcome'
import type { User } from '@fernweh/kit/browser/host/host'
import { createServerHost } from '@fernweh/kit/browser/host/server-host'
import { MessagesProvider } from '@fernweh/kit/browser/host/use-messages'
import { createCatalog } from '@fernweh/kit/language/messages'
import type { ComponentType } from 'react'
import { renderToString } from 'react-dom/server'
import type { TeamFragmentProps } from '../src/host.ts'
import { allMessages } from '../src/messages.ts'
import { ann } from './bookings.ts'

const catalog = createCatalog(allMessages)

interface RenderOptions {
  outcome?: FormOutcome | null
  user?: User | null
  locale?: string
}

/** HTML as the server renders it, for ann in English by default, without React's text separators. */
export function render<Data>(
  Fragment: ComponentType<TeamFragmentProps<Data>>,
  data: Data,
  { outcome = null, user = ann, locale = 'en-GB' }: RenderOptions = {},
): string {
  const host = createServerHost<BusEvents>({
    team: 'bookings',
    user,
    locale,
    messages: catalog.read(locale),
    release: 'test',
  })
  return renderToString(
    <MessagesProvider {...host}>
      <Fragment data={data} host={host} now="2030-03-01T10:00:00Z" idempotencyKey="key-of-ann" outcome={outcome} />
    </MessagesProvider>,
  ).replaceAll('<!-- -->', '')
}
