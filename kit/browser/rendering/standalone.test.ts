// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { FragmentState, Host, Mount } from '../host/host.ts'
import { type StandaloneOptions, standalone } from './standalone.ts'

interface Mounted {
  fragment: string
  root: HTMLElement
  host: Host
  state: FragmentState
}

let mounted: Mounted[]
const mountOf =
  (fragment: string): Mount =>
  (root, host, state) => {
    mounted.push({ fragment, root, host, state })
    return () => {}
  }

const texts = { greeting: 'Hello' }
const options: StandaloneOptions = {
  user: { id: 'ann', role: 'traveller' },
  samples: {
    Find: { data: { city: 'Lisbon' }, url: '/?q=tea' },
    Experience: { data: {}, url: '/e/42', params: { id: '42' } },
  },
  events: {
    'search:asked': {
      parse(payload) {
        if (typeof (payload as { words?: unknown }).words !== 'string') throw new TypeError('words')
        return payload
      },
    },
  },
  answers: { 'GET /experiences': ({ query }) => ({ found: [query] }) },
}

beforeEach(() => {
  mounted = []
})
afterEach(() => {
  vi.unstubAllGlobals()
  history.replaceState(null, '', '/')
})

/** Opens the page of the development server at this address. */
async function open(search = '', stack = false, changed: Partial<StandaloneOptions> = {}): Promise<Mounted> {
  history.replaceState(null, '', `/${search}`)
  document.body.innerHTML = `<script type="application/json" id="standalone">{"stack":${stack}}</script>
    <nav></nav><section data-fragment><div data-root></div></section>`
  const mounts = { Find: mountOf('Find'), Experience: mountOf('Experience'), Unsampled: mountOf('Unsampled') }
  const messages = [{ en: texts, de: { greeting: 'Hallo' }, ar: { greeting: 'مرحبا' } }]
  await standalone({ team: 'search', mounts, messages, ...options, ...changed })
  return mounted.at(-1) as Mounted
}

describe('a fragment alone', () => {
  test('is the first one, with its sample and for its user', async () => {
    const { fragment, root, host, state } = await open()
    expect([fragment, state.data, state.user, host.team]).toEqual(['Find', { city: 'Lisbon' }, options.user, 'search'])
    expect(root.parentElement?.dataset.fragment).toBe('search/Find')
    expect(Date.parse(state.now)).not.toBeNaN()
  })

  test('is chosen by the address, as is its language', async () => {
    const { fragment, host } = await open('?fragment=Experience&locale=ar')
    expect([fragment, host.t('greeting')]).toEqual(['Experience', 'مرحبا'])
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ar-EG-u-nu-latn', 'rtl'])
  })

  test('has links to all of its team, which keep the language', async () => {
    await open('?fragment=Experience&locale=de')
    const links = [...document.querySelectorAll('nav a')] as HTMLAnchorElement[]
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '?fragment=Find&locale=de',
      '?fragment=Experience&locale=de',
      '?fragment=Unsampled&locale=de',
    ])
    expect(links.filter((link) => link.ariaCurrent === 'page').map(({ textContent }) => textContent)).toEqual([
      'Experience',
    ])
  })

  test('that does not exist is an error that names those that do', async () => {
    await expect(open('?fragment=Gone')).rejects.toThrow('No fragment Gone; choose one of Find, Experience, Unsampled')
  })

  test('without a sample needs a running stack', async () => {
    await expect(open('?fragment=Unsampled')).rejects.toThrow('No sample data for Unsampled')
  })
})

describe('without a stack', () => {
  test('the API gives the answers of the team, and says which one is missing', async () => {
    const { host } = await open()
    const ask = host.api as (name: string, input?: object) => Promise<unknown>
    expect(await ask('GET /experiences', { query: { q: 'tea' } })).toEqual({ found: [{ q: 'tea' }] })
    await expect(ask('POST /holds')).rejects.toThrow('The stub has no answer to POST /holds')
  })

  test('a message on the bus that breaks its contract is thrown back', async () => {
    const bus = (await open()).host.bus as { emit(type: string, payload: unknown): void }
    expect(() => bus.emit('search:asked', { words: 'tea' })).not.toThrow()
    expect(() => bus.emit('search:asked', {})).toThrow('words')
  })

  test('a feed may be followed, and stays as it is', async () => {
    const { realtime } = (await open()).host
    realtime.join('session.1', null, () => expect.unreachable())()
    expect(realtime.status()).toBe('idle')
  })
})

describe('with a stack', () => {
  const answerWith = (response: Response) => {
    const fetch = vi.fn(async (_url: string, _init: RequestInit) => response)
    vi.stubGlobal('fetch', fetch)
    return fetch
  }

  test('its state is that of the stack, for the page and the parameters of the address', async () => {
    const fetch = answerWith(Response.json({ state: { data: { city: 'Porto' }, user: null, release: 'r7' } }))
    const { state, host } = await open('?fragment=Experience&id=7&locale=de', true)
    const [address = '', init] = fetch.mock.calls[0] ?? []
    const { pathname, searchParams } = new URL(address, 'http://alone')
    expect(pathname).toBe('/fragment/search/Experience')
    expect([searchParams.get('url'), searchParams.get('params')]).toEqual(['/e/42', '{"id":"7"}'])
    expect(init?.headers).toMatchObject({ 'accept-language': 'de' })
    expect([state.data, host.release, host.t('greeting')]).toEqual([{ city: 'Porto' }, 'r7', 'Hallo'])
  })

  test('a fragment without sample is shown, at the page that the address names', async () => {
    const fetch = answerWith(Response.json({ state: { data: null, user: null, release: 'r7' } }))
    await open('?fragment=Unsampled&url=/menu', true)
    const { searchParams } = new URL(fetch.mock.calls[0]?.[0] ?? '', 'http://alone')
    expect([searchParams.get('url'), searchParams.get('params')]).toEqual(['/menu', '{}'])
  })

  test('a stack that does not answer is an error that says so', async () => {
    answerWith(new Response('', { status: 503 }))
    await expect(open('', true)).rejects.toThrow('The stack answered 503 for search/Find')
  })
})
