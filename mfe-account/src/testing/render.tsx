import type { Person } from '@fernweh/contracts/api/accounts'
import type { Outcome } from '@fernweh/contracts/browser/outcome'
import type { AccountData, SignInData, SignUpData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { createInertHost } from '@fernweh/kit/browser/inert-host'
import { WordsProvider } from '@fernweh/kit/browser/words'
import { createCatalog } from '@fernweh/kit/language/messages'
import { messages as uiMessages } from '@fernweh/ui/messages'
import type { ComponentType } from 'react'
import { renderToString } from 'react-dom/server'
import { messages } from '../messages.ts'

export const ann: Person = { accountId: 'ann', role: 'traveller', name: 'Ann', homeCity: null }
export const TOKEN = 'a-token-of-twenty-signs'

export const signIn: SignInData = { person: null, people: [ann], next: '/e/tram', typed: {}, passwordSet: false }
export const signUp: SignUpData = { next: '/e/tram', typed: {}, sent: false, mailbox: null }
export const account: AccountData = {
  profile: { name: 'Ann', homeCity: null, locale: 'de-CH', currency: 'EUR', interests: ['water', 'bells'] },
  version: 3,
  mail: 'ann@example.org',
  signIns: [
    { signInId: 's2', startedAt: '2030-03-14T09:50:00Z', here: true },
    { signInId: 's1', startedAt: '2030-03-11T10:00:00Z', here: false },
  ],
  typed: {},
  done: null,
}

const catalog = createCatalog([messages, uiMessages])

/** As the server would, ten minutes after ann signed in. */
export function render<Data>(
  Part: ComponentType<PartProps<Data>>,
  data: Data,
  outcome: Outcome | null = null,
  locale = 'en-GB',
): string {
  const host = createInertHost({ user: null, locale, messages: catalog.read(locale), release: 'test' })
  const part = { data, host, now: '2030-03-14T10:00:00Z', intention: 'intention', outcome }
  const words = (
    <WordsProvider {...host}>
      <Part {...part} />
    </WordsProvider>
  )
  return renderToString(words).replaceAll('<!-- -->', '')
}

/** The one element of that name with that text in its tag. */
export function tagOf(html: string, name: string, having: string): string {
  return html.match(new RegExp(`<${name}[^>]*${having}[^>]*>`))?.[0] ?? ''
}
