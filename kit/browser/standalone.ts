/**
 * Runs a team's fragments alone, for development: against a stub host with the data given here, or against a running stack
 * (the development server then proxies `/api`, `/live` and `/fragment`). Choose by `/?fragment=Find&locale=de-AT&q=…`: everything but
 * `fragment`, `locale` and `url` replaces a parameter of the path.
 */
import { type BusEvents, busEvents } from '@fernweh/contracts/browser/bus-events'
import { directionOf, toLocale } from '@fernweh/contracts/browser/languages'
import { createCatalog, type Messages } from '../language/messages.ts'
import { createTranslate } from '../language/translate.ts'
import { newKey } from './api.ts'
import { createBus } from './bus.ts'
import { createHosts } from './create-host.ts'
import type { FragmentState, Host, Mount, User } from './host.ts'

interface StandaloneFragment {
  mount: Mount
  /** What the stub renders. */
  data: unknown
  /** The page it stands on, asked of a running stack: `/e/42` and `{ id: '42' }`. */
  url: string
  params?: Record<string, string>
}

interface Standalone {
  team: string
  user: User | null
  /** Of the team, and of the rooms whose components it shows. */
  messages: readonly Messages[]
  fragments: Record<string, StandaloneFragment>
  /** Answers of the stub's api by operation name. */
  answers?: Record<string, (input: { params?: unknown; query?: unknown; body?: unknown }) => unknown>
}

interface Setting {
  stack: boolean
}

export function createCheckedBus() {
  return createBus<BusEvents>((type, payload) => void busEvents[type].parse(payload))
}

export async function standalone({ team, user, messages, fragments, answers = {} }: Standalone): Promise<void> {
  const query = new URLSearchParams(location.search)
  const name = query.get('fragment') ?? Object.keys(fragments)[0] ?? ''
  const fragment = fragments[name]
  if (!fragment) throw new Error(`No fragment ${name}: there are ${Object.keys(fragments).join(', ')}`)
  const { stack } = JSON.parse(document.getElementById('standalone')?.textContent ?? '{}') as Setting
  showLinks(Object.keys(fragments), name)
  const root = document.querySelector<HTMLElement>('[data-fragment] > [data-root]')
  if (!root?.parentElement) throw new Error('The page has no root')
  root.parentElement.dataset.fragment = `${team}/${name}`
  const locale = toLocale(query.get('locale') ?? 'en')
  document.documentElement.lang = locale
  document.documentElement.dir = directionOf(locale)
  const shown = stack ? await askStack(team, name, fragment, query) : toState(fragment.data, user)
  const state = { ...shown, locale, messages: createCatalog(messages).read(locale) }
  const bus = createCheckedBus()
  const host = stack ? createHosts(bus)(team, state) : createStubHost(bus, state, answers)
  fragment.mount(root, host, state)
}

function toState(data: unknown, user: User | null) {
  const made = { now: new Date().toISOString(), release: 'standalone', idempotencyKey: newKey() }
  return { data, user, outcome: null, ...made }
}

async function askStack(
  team: string,
  name: string,
  fragment: StandaloneFragment,
  query: URLSearchParams,
): Promise<FragmentState> {
  const given = [...query].filter(([key]) => !['fragment', 'locale', 'url'].includes(key))
  const params = JSON.stringify({ ...fragment.params, ...Object.fromEntries(given) })
  const search = new URLSearchParams({ url: query.get('url') ?? fragment.url, params })
  const headers = { accept: 'application/json', 'accept-language': query.get('locale') ?? 'en' }
  const response = await fetch(`/fragment/${team}/${name}?${search}`, { headers })
  if (!response.ok) throw new Error(`The stack answered ${response.status} for ${team}/${name}`)
  return (await response.json()).state
}

function createStubHost(bus: Host['bus'], state: FragmentState, answers: NonNullable<Standalone['answers']>): Host {
  const { user, locale, messages, release } = state
  const nothing = () => {}
  return {
    bus,
    realtime: { join: () => nothing, status: () => 'idle', onStatus: () => nothing },
    async api(name, input) {
      const answer = answers[name]
      if (!answer) throw new Error(`The stub has no answer to ${name}`)
      return answer(input ?? {}) as never
    },
    user,
    locale,
    t: createTranslate(locale, messages),
    release,
  }
}

function showLinks(names: string[], current: string) {
  const nav = document.querySelector('nav')
  const query = new URLSearchParams(location.search)
  nav?.replaceChildren(
    ...names.map((name) => {
      const link = document.createElement('a')
      query.set('fragment', name)
      link.href = `?${query}`
      link.textContent = name
      if (name === current) link.ariaCurrent = 'page'
      return link
    }),
  )
}
