import type { Person } from '@fernweh/contracts/api/accounts'
import type { BusEvents } from '@fernweh/contracts/browser/bus-events'
import type { FormOutcome } from '@fernweh/contracts/browser/form-outcome'
import type { AccountData, SignInData, SignUpData } from '@fernweh/contracts/fragments/account'
import { createServerHost } from '@fernweh/kit/browser/host/server-host'
import { MessagesProvider } from '@fernweh/kit/browser/host/use-messages'
import { createCatalog } from '@fernweh/kit/language/messages'
import type { ComponentType } from 'react'
import { renderToString } from 'react-dom/server'
import type { TeamFragmentProps } from '../host.ts'
import { allMessages } from '../messages.ts'

export const ann: Person = { accountId: 'ann', role: 'traveller', name: 'Ann', homeCity: null }
export const TOKEN = 'a-token-of-twenty-signs'

export const signIn: SignInData = { person: null, people: [ann], next: '/e/tram', typed: {}, passwordSet: false }
export const signUp: SignUpData = { next: '/e/tram', typed: {}, sent: false, resent: false, mailbox: null }
export const account: AccountData = {
  profile: { name: 'Ann', homeCity: null, locale: 'de-CH', currency: 'EUR', interests: ['water', 'bells'] },
  role: 'traveller',
  version: 3,
  mail: 'ann@example.org',
  signIns: [
    { signInId: 's2', startedAt: '2030-03-14T09:50:00Z', here: true },
    { signInId: 's1', startedAt: '2030-03-11T10:00:00Z', here: false },
  ],
  cities: [{ city: 'Bergen', cityNames: { ar: 'برغن' }, country: 'NO', count: 6 }],
  typed: {},
  completed: null,
}

const catalog = createCatalog(allMessages)

/** As the server would, ten minutes after ann signed in. */
export function render<Data>(
  Fragment: ComponentType<TeamFragmentProps<Data>>,
  data: Data,
  outcome: FormOutcome | null = null,
  locale = 'en-GB',
): string {
  const host = createServerHost<BusEvents>({
    team: 'account',
    user: null,
    locale,
    messages: catalog.read(locale),
    release: 'test',
  })
  const fragment = { data, host, now: '2030-03-14T10:00:00Z', idempotencyKey: 'key', outcome }
  const words = (
    <MessagesProvider {...host}>
      <Fragment {...fragment} />
    </MessagesProvider>
  )
  return renderToString(words).replaceAll('<!-- -->', '')
}

/** The one element of that name with that text in its tag. */
export function tagOf(html: string, name: string, having: string): string {
  return html.match(new RegExp(`<${name}[^>]*${having}[^>]*>`))?.[0] ?? ''
}
