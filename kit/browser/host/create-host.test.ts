import { describe, expect, test, vi } from 'vitest'
import { createBus } from './bus.ts'
import { createHosts } from './create-host.ts'
import type { FragmentState } from './host.ts'
import { createServerHost } from './server-host.ts'

interface Events {
  'search:asked': { words: string }
}

const state = (changed: Partial<FragmentState> = {}): FragmentState => ({
  data: null,
  user: { id: 'ann', role: 'traveller' },
  locale: 'de-AT',
  messages: { greeting: 'Servus' },
  now: '2030-01-01T00:00:00Z',
  release: 'r1',
  idempotencyKey: 'key',
  outcome: null,
  ...changed,
})

describe('the hosts of a page', () => {
  test('of one team share its connection, and no other team’s', () => {
    const toHost = createHosts(createBus<Events>())
    const [find, results, menu] = [toHost('search', state()), toHost('search', state()), toHost('account', state())]
    expect(results.realtime).toBe(find.realtime)
    expect(results.api).toBe(find.api)
    expect(menu.realtime).not.toBe(find.realtime)
    expect(menu.api).not.toBe(find.api)
  })

  test('of all teams share the bus', () => {
    const toHost = createHosts(createBus<Events>())
    const heard = vi.fn()
    toHost('account', state()).bus.on('search:asked', heard)
    toHost('search', state()).bus.emit('search:asked', { words: 'tea' })
    expect(heard).toHaveBeenCalledWith({ words: 'tea' })
  })

  test('speak with the messages, for the person and of the release of their own fragment', () => {
    const toHost = createHosts(createBus<Events>())
    const one = toHost('search', state())
    const other = toHost('search', state({ user: null, locale: 'en-GB', messages: { greeting: 'Hi' }, release: 'r2' }))
    expect([one.t('greeting'), one.user?.id, one.locale, one.release]).toEqual(['Servus', 'ann', 'de-AT', 'r1'])
    expect([other.t('greeting'), other.user, other.locale, other.release]).toEqual(['Hi', null, 'en-GB', 'r2'])
  })

  test('open no connection before a feed is joined', () => {
    expect(createHosts(createBus<Events>())('search', state()).realtime.status()).toBe('idle')
  })
})

describe('the host of a server render', () => {
  const host = createServerHost<Events>({ ...state(), team: 'search' })

  test('knows the person and the messages, as the browser will', () => {
    expect([host.t('greeting'), host.user?.id, host.team]).toEqual(['Servus', 'ann', 'search'])
  })

  test('refuses what has an effect, and says where it belongs', () => {
    expect(() => host.api('GET /experiences')).toThrow('use them in an effect')
    expect(() => host.bus.emit('search:asked', { words: 'tea' })).toThrow('use them in an effect')
  })

  test('lets a fragment follow feeds and listen, and nothing comes of it', () => {
    const heard = vi.fn()
    const ends = [
      host.realtime.join('session.1', null, heard),
      host.realtime.onStatus(heard),
      host.bus.on('search:asked', heard, { replay: true }),
    ]
    for (const end of ends) end()
    expect([heard.mock.calls, host.realtime.status()]).toEqual([[], 'idle'])
  })
})
