/**
 * Runs a team's parts alone, for development: against a stub host with the data given here, or against a running stack
 * (the development server then proxies `/api`, `/live` and `/part`). Choose by `/?part=Find&locale=de-AT&q=…`: everything but
 * `part`, `locale` and `url` replaces a parameter of the path.
 */
import { type BusEvents, busEvents } from '@fernweh/contracts/browser/bus-events'
import { directionOf, toLocale } from '@fernweh/contracts/browser/languages'
import { createCatalog, type Messages } from '../language/messages.ts'
import { createTranslate } from '../language/translate.ts'
import { newKey } from './api.ts'
import { createBus } from './bus.ts'
import { createHosts } from './create-host.ts'
import type { Host, Mount, PartState, User } from './host.ts'

interface StandalonePart {
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
  parts: Record<string, StandalonePart>
  /** Answers of the stub's api by operation name. */
  answers?: Record<string, (input: { params?: unknown; query?: unknown; body?: unknown }) => unknown>
}

interface Setting {
  stack: boolean
}

export function createCheckedBus() {
  return createBus<BusEvents>((type, payload) => void busEvents[type].parse(payload))
}

export async function standalone({ team, user, messages, parts, answers = {} }: Standalone): Promise<void> {
  const query = new URLSearchParams(location.search)
  const name = query.get('part') ?? Object.keys(parts)[0] ?? ''
  const part = parts[name]
  if (!part) throw new Error(`No part ${name}: there are ${Object.keys(parts).join(', ')}`)
  const { stack } = JSON.parse(document.getElementById('standalone')?.textContent ?? '{}') as Setting
  showLinks(Object.keys(parts), name)
  const root = document.querySelector<HTMLElement>('[data-part] > [data-root]')
  if (!root?.parentElement) throw new Error('The page has no root')
  root.parentElement.dataset.part = `${team}/${name}`
  const locale = toLocale(query.get('locale') ?? 'en')
  document.documentElement.lang = locale
  document.documentElement.dir = directionOf(locale)
  const shown = stack ? await askStack(team, name, part, query) : toState(part.data, user)
  const state = { ...shown, locale, messages: createCatalog(messages).read(locale) }
  const bus = createCheckedBus()
  const host = stack ? createHosts(bus)(team, state) : createStubHost(bus, state, answers)
  part.mount(root, host, state)
}

function toState(data: unknown, user: User | null) {
  const made = { now: new Date().toISOString(), release: 'standalone', intention: newKey() }
  return { data, user, outcome: null, ...made }
}

async function askStack(team: string, name: string, part: StandalonePart, query: URLSearchParams): Promise<PartState> {
  const given = [...query].filter(([key]) => !['part', 'locale', 'url'].includes(key))
  const params = JSON.stringify({ ...part.params, ...Object.fromEntries(given) })
  const search = new URLSearchParams({ url: query.get('url') ?? part.url, params })
  const headers = { accept: 'application/json', 'accept-language': query.get('locale') ?? 'en' }
  const response = await fetch(`/part/${team}/${name}?${search}`, { headers })
  if (!response.ok) throw new Error(`The stack answered ${response.status} for ${team}/${name}`)
  return (await response.json()).state
}

function createStubHost(bus: Host['bus'], state: PartState, answers: NonNullable<Standalone['answers']>): Host {
  const { user, locale, messages, release } = state
  const nothing = () => {}
  return {
    bus,
    live: { join: () => nothing, status: () => 'idle', onStatus: () => nothing },
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
      query.set('part', name)
      link.href = `?${query}`
      link.textContent = name
      if (name === current) link.ariaCurrent = 'page'
      return link
    }),
  )
}
