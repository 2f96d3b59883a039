// @vitest-environment happy-dom
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Host } from '../host/host.ts'
import { createServerHost } from '../host/server-host.ts'
import { render, settle } from '../testing/render.ts'
import type { FeedHead } from './feed-rule.ts'
import type { ConnectionStatus } from './realtime-connection.ts'
import { useFeed } from './use-feed.ts'

let joined: { feed: string; shown: FeedHead | null; push(head: FeedHead): void; left: boolean }[]
let status: ConnectionStatus
let statusHandlers: Set<() => void>
let update: (head: FeedHead<string>) => void
let page: Awaited<ReturnType<typeof render>> | undefined

const host: Host = {
  ...createServerHost({ team: 'food', user: null, locale: 'en', messages: {}, release: 'test' }),
  realtime: {
    join(feed, shown, onChange) {
      const follower = { feed, shown, push: onChange as (head: FeedHead) => void, left: false }
      joined.push(follower)
      return () => {
        follower.left = true
      }
    },
    status: () => status,
    onStatus(handler) {
      statusHandlers.add(handler)
      return () => statusHandlers.delete(handler)
    },
  },
}

function Seats({ read }: { read: Versioned<string> }) {
  const feed = useFeed(host, read)
  update = feed.update
  return createElement('p', {}, `${feed.data} (${feed.version}), ${feed.status}`)
}

const seats = (feed: string, version: number, data = `v${version}`) =>
  createElement(Seats, { read: { feed, version, data } })
const shown = () => page?.root.textContent
const following = () => joined.filter(({ left }) => !left).map(({ feed }) => feed)

beforeEach(() => {
  joined = []
  status = 'idle'
  statusHandlers = new Set()
})
afterEach(async () => {
  await page?.unmount()
  page = undefined
})

test('the server renders what was read, and follows nothing', () => {
  expect(renderToString(seats('session.1', 3))).toBe('<p>v3 (3), idle</p>')
  expect(joined).toEqual([])
})

test('a feed is joined with what the page shows, and left with the component', async () => {
  page = await render(seats('session.1', 3))
  expect(joined).toMatchObject([{ feed: 'session.1', shown: { version: 3, data: 'v3' } }])
  await settle(() => joined[0]?.push({ version: 4, data: 'v4' }))
  expect(shown()).toBe('v4 (4), idle')
  await page.unmount()
  expect(following()).toEqual([])
  expect(statusHandlers.size).toBe(0)
})

test('the answer of one’s own command is shown at once, and what is older or known changes nothing', async () => {
  page = await render(seats('session.1', 3))
  await settle(() => update({ version: 6, data: 'mine' }))
  await settle(() => joined[0]?.push({ version: 5, data: 'older' }))
  await settle(() => joined[0]?.push({ version: 6, data: 'the same version' }))
  expect(shown()).toBe('mine (6), idle')
})

test('a newer read of the same feed is shown, an older one is not, and the feed is not joined again', async () => {
  page = await render(seats('session.1', 3))
  await page.show(seats('session.1', 5))
  expect(shown()).toBe('v5 (5), idle')
  await settle(() => joined[0]?.push({ version: 8, data: 'pushed' }))
  await page.show(seats('session.1', 6))
  expect(shown()).toBe('pushed (8), idle')
  expect(joined).toHaveLength(1)
})

test('a component that comes to show another feed leaves the first and shows the other, whatever their versions', async () => {
  page = await render(seats('session.1', 9))
  await settle(() => joined[0]?.push({ version: 12, data: 'of the first' }))
  await page.show(seats('session.2', 2))
  expect(shown()).toBe('v2 (2), idle')
  expect(following()).toEqual(['session.2'])
  await settle(() => joined[1]?.push({ version: 3, data: 'of the second' }))
  expect(shown()).toBe('of the second (3), idle')
})

test('the status of the connection is shown as it changes', async () => {
  page = await render(seats('session.1', 3))
  status = 'offline'
  await settle(() => {
    for (const handler of statusHandlers) handler()
  })
  expect(shown()).toBe('v3 (3), offline')
})
