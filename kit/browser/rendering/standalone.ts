/** A team's fragments alone, against stubs or a running stack: `/?fragment=Find&locale=de-AT&url=/e/42&id=42`. */
import { directionOf, toLocale } from '@fernweh/contracts/browser/languages'
import { createCatalog, type Messages } from '../../language/messages.ts'
import { createTranslate } from '../../language/translate.ts'
import { newKey } from '../host/api.ts'
import { createBus } from '../host/bus.ts'
import { createHosts } from '../host/create-host.ts'
import type { FragmentState, Host, Mount, User } from '../host/host.ts'

interface Sample {
  data: unknown
  /** The page that is requested from a running stack: `/e/42` and `{ id: '42' }`. */
  url: string
  params?: Record<string, string>
}

export interface StandaloneOptions {
  user: User | null
  /** Sample data by fragment. A fragment without a sample can only be shown with a running stack. */
  samples: Record<string, Sample>
  events: Record<string, { parse(payload: unknown): unknown }>
  answers?: Record<string, (input: { params?: unknown; query?: unknown; body?: unknown }) => unknown>
}

interface Standalone extends StandaloneOptions {
  team: string
  mounts: Record<string, Mount>
  messages: readonly Messages[]
}

interface Setting {
  stack: boolean
}

/** @public Called by the generated standalone module. */
export async function standalone(options: Standalone): Promise<void> {
  const { team, user, messages, mounts, samples, events, answers = {} } = options
  const query = new URLSearchParams(location.search)
  const name = query.get('fragment') ?? Object.keys(mounts)[0] ?? ''
  const mount = mounts[name]
  if (!mount) throw new Error(`No fragment ${name}; choose one of ${Object.keys(mounts).join(', ')}`)
  const { stack } = JSON.parse(document.getElementById('standalone')?.textContent ?? '{}') as Setting
  showLinks(Object.keys(mounts), name)
  const root = document.querySelector<HTMLElement>('[data-fragment] > [data-root]')
  if (!root?.parentElement) throw new Error('The page has no root')
  root.parentElement.dataset.fragment = `${team}/${name}`
  const locale = toLocale(query.get('locale') ?? 'en')
  document.documentElement.lang = locale
  document.documentElement.dir = directionOf(locale)
  const sample = samples[name]
  const shown = stack ? await readFromStack(team, name, sample, query) : toState(name, sample, user)
  const state = { ...shown, locale, messages: createCatalog(messages).read(locale) }
  const bus = createBus((type: string, payload) => void events[type]?.parse(payload)) as Host['bus']
  const host = stack ? createHosts(bus)(team, state) : createStubHost(team, bus, state, answers)
  mount(root, host, state)
}

function toState(name: string, sample: Sample | undefined, user: User | null) {
  if (!sample) throw new Error(`No sample data for ${name}; add it to src/standalone.tsx or use --stack`)
  const { data } = sample
  const made = { now: new Date().toISOString(), release: 'standalone', idempotencyKey: newKey() }
  return { data, user, outcome: null, ...made }
}

async function readFromStack(
  team: string,
  name: string,
  sample: Sample | undefined,
  query: URLSearchParams,
): Promise<FragmentState> {
  const given = [...query].filter(([key]) => !['fragment', 'locale', 'url'].includes(key))
  const params = JSON.stringify({ ...sample?.params, ...Object.fromEntries(given) })
  const search = new URLSearchParams({ url: query.get('url') ?? sample?.url ?? '/', params })
  const headers = { accept: 'application/json', 'accept-language': query.get('locale') ?? 'en' }
  const response = await fetch(`/fragment/${team}/${name}?${search}`, { headers })
  if (!response.ok) throw new Error(`The stack answered ${response.status} for ${team}/${name}`)
  return (await response.json()).state
}

function createStubHost(
  team: string,
  bus: Host['bus'],
  state: FragmentState,
  answers: NonNullable<Standalone['answers']>,
): Host {
  const { user, locale, messages, release } = state
  const nothing = () => {}
  return {
    team,
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
