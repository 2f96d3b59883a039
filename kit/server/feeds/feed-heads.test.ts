import type { Versioned } from '@fernweh/contracts/feeds/feed'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestProcess, type TestProcess } from '../../testing/process.ts'
import { createUpstream } from '../http/upstream.ts'
import { createFeedHeads, type FeedHeads, serveFeedHeads } from './feed-heads.ts'

let owner: TestProcess
let heads: FeedHeads
let reads: string[][]
const stored = new Map<string, Versioned<unknown>>()

beforeAll(async () => {
  owner = await startTestProcess((app) =>
    serveFeedHeads(app, async (feeds) => {
      reads.push(feeds)
      if (feeds.includes('table.fire')) throw new Error('the password is swordfish')
      return feeds.flatMap((feed) => stored.get(feed) ?? [])
    }),
  )
  heads = createFeedHeads(createUpstream({ name: 'owner', urls: [owner.url], context: owner.context }))
})
beforeEach(() => {
  reads = []
  stored.clear()
  for (let table = 1; table <= 250; table++) {
    const feed = `table.${table}`
    stored.set(feed, { feed, version: table, data: { seats: table } })
  }
})
afterAll(() => owner.context.stop())

describe('the head of a feed', () => {
  it('is what its owner reads', async () => {
    expect(await heads.head('table.7')).toEqual({ feed: 'table.7', version: 7, data: { seats: 7 } })
  })

  it('is nothing where its owner has no such feed', async () => {
    expect(await heads.head('table.999')).toBeNull()
  })

  it('cannot be read while its owner fails, and that is not the same as nothing', async () => {
    await expect(heads.head('table.fire')).rejects.toMatchObject({ kind: 'broken' })
  })

  it.each(['../etc/passwd', 'table', 'table.a,table.b', ''])('is refused for what is no feed: %j', async (feed) => {
    await expect(heads.head(feed)).rejects.toThrow()
    expect(reads).toEqual([])
  })
})

describe('the versions of many feeds', () => {
  it('are read in batches, and all are there', async () => {
    const versions = await heads.versions([...stored.keys()])
    expect(Object.keys(versions)).toHaveLength(250)
    expect(versions['table.250']).toBe(250)
    expect(reads.map(({ length }) => length).sort()).toEqual([100, 100, 50])
  })

  it('leave out what does not exist', async () => {
    expect(await heads.versions(['table.1', 'table.999'])).toEqual({ 'table.1': 1 })
  })

  it('of no feed ask nobody', async () => {
    expect([await heads.versions([]), reads]).toEqual([{}, []])
  })

  it('are refused for more at once than one batch', async () => {
    const feeds = [...stored.keys()].slice(0, 101).join(',')
    expect((await fetch(`${owner.url}/feeds?feeds=${feeds}`)).status).toBe(400)
    expect(reads).toEqual([])
  })
})
