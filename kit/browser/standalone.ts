/**
 * Runs a team's parts alone, for development: against a stub host with the data given here, or against a running stack
 * (the development server then proxies `/api`, `/live` and `/part`). Choose by `/?part=Find&q=…`: everything but `part`
 * and `url` replaces a parameter of the path.
 */
import { type BusEvents, busEvents } from '@fernweh/contracts/browser/bus-events'
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

export async function standalone({ team, user, parts, answers = {} }: Standalone): Promise<void> {
  const query = new URLSearchParams(location.search)
  const name = query.get('part') ?? Object.keys(parts)[0] ?? ''
  const part = parts[name]
  if (!part) throw new Error(`No part ${name}: there are ${Object.keys(parts).join(', ')}`)
  const { stack } = JSON.parse(document.getElementById('standalone')?.textContent ?? '{}') as Setting
  showLinks(Object.keys(parts), name)
  const root = document.querySelector<HTMLElement>('[data-part] > [data-root]')
  if (!root?.parentElement) throw new Error('The page has no root')
  root.parentElement.dataset.part = `${team}/${name}`
  const state = stack ? await askStack(team, name, part, query) : toState(part.data, user)
  const bus = createCheckedBus()
  const host = stack ? createHosts(bus)(team, state) : createStubHost(bus, state, answers)
  part.mount(root, host, state)
}

function toState(data: unknown, user: User | null): PartState {
  const made = { now: new Date().toISOString(), release: 'standalone', intention: newKey() }
  return { data, user, locale: 'en-GB', outcome: null, ...made }
}

async function askStack(team: string, name: string, part: StandalonePart, query: URLSearchParams): Promise<PartState> {
  const given = [...query].filter(([key]) => key !== 'part' && key !== 'url')
  const params = JSON.stringify({ ...part.params, ...Object.fromEntries(given) })
  const search = new URLSearchParams({ url: query.get('url') ?? part.url, params })
  const response = await fetch(`/part/${team}/${name}?${search}`, { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`The stack answered ${response.status} for ${team}/${name}`)
  return (await response.json()).state
}

function createStubHost(bus: Host['bus'], state: PartState, answers: NonNullable<Standalone['answers']>): Host {
  const { user, locale, release } = state
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
    release,
  }
}

function showLinks(names: string[], current: string) {
  const nav = document.querySelector('nav')
  nav?.replaceChildren(
    ...names.map((name) => {
      const link = document.createElement('a')
      link.href = `?part=${name}`
      link.textContent = name
      if (name === current) link.ariaCurrent = 'page'
      return link
    }),
  )
}
