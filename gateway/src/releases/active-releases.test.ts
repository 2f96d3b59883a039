import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createLogger } from '@fernweh/kit/server/process/logger'
import { afterEach, expect, test, vi } from 'vitest'
import { watchReleases } from './active-releases.ts'

const log = createLogger('gateway', { level: 'silent' })
const cleanups: (() => unknown)[] = []
afterEach(() => Promise.all(cleanups.splice(0).map((cleanup) => cleanup())))

async function createStore() {
  const folder = await mkdtemp(path.join(tmpdir(), 'fernweh-releases-'))
  cleanups.push(() => rm(folder, { recursive: true }))
  async function goLive(name: string, release: string, content: object = {}) {
    const place = path.join(folder, name)
    await mkdir(path.join(place, 'records'), { recursive: true })
    const record = { name, release, fragments: {}, pages: [], files: {}, sizes: {}, ...content }
    await writeFile(path.join(place, 'records', `${release}.json`), JSON.stringify(record))
    await writeFile(path.join(place, 'live.json.new'), JSON.stringify({ release }))
    await rename(path.join(place, 'live.json.new'), path.join(place, 'live.json'))
  }
  async function follow() {
    const releases = await watchReleases(folder, ['reviews', 'search'], log)
    cleanups.push(() => releases.close())
    return releases
  }
  return { goLive, follow }
}

const within = (check: () => unknown) => vi.waitFor(check, { timeout: 1000, interval: 20 })

test('nothing is live before the shell is', async () => {
  const { goLive, follow } = await createStore()
  await goLive('reviews', 'r1')
  const releases = await follow()
  expect(releases.active()).toBeUndefined()
  await goLive('shell', 's1')
  await within(() => expect(releases.active()?.remotes.get('reviews')?.release).toBe('r1'))
})

test('another release is live within a second, with its pages', async () => {
  const { goLive, follow } = await createStore()
  await goLive('shell', 's1', { frame: { menu: 'account/Menu' } })
  await goLive('search', 'r1')
  const releases = await follow()
  const before = releases.active()
  expect(before?.pages).toEqual([])
  await goLive('search', 'r2', { pages: [{ path: '/', layout: 'list', main: 'search/Find' }] })
  await within(() => expect(releases.active()?.remotes.get('search')?.release).toBe('r2'))
  expect(releases.active()?.pages).toMatchObject([
    { path: '/', fragments: { main: 'search/Find', menu: 'account/Menu' } },
  ])
  expect(before?.remotes.get('search')?.release).toBe('r1')
})

test('a broken record changes nothing; the next good one does', async () => {
  const { goLive, follow } = await createStore()
  await goLive('shell', 's1')
  await goLive('reviews', 'r1')
  const releases = await follow()
  const error = vi.spyOn(log, 'error')
  await goLive('reviews', 'r2', { files: { '/assets/reviews/List.js': 'md5-nonsense' } })
  await releases.refresh()
  await releases.refresh()
  expect(releases.active()?.remotes.get('reviews')?.release).toBe('r1')
  expect(error).toHaveBeenCalledTimes(1)
  await goLive('reviews', 'r3')
  await within(() => expect(releases.active()?.remotes.get('reviews')?.release).toBe('r3'))
})
