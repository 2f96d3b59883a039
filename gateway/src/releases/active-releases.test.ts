import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createLogger } from '@fernweh/kit/server/process/logger'
import { eventually } from '@fernweh/kit/testing/eventually'
import { afterEach, expect, test, vi } from 'vitest'
import { createReleaseFolder } from '../../testing/release-folder.ts'
import { watchReleases } from './active-releases.ts'

const log = createLogger('gateway', { level: 'silent' })
const cleanups: (() => unknown)[] = []
afterEach(() => Promise.all(cleanups.splice(0).map((cleanup) => cleanup())))

async function createStore() {
  const { folder, publish, withdraw, remove } = await createReleaseFolder()
  cleanups.push(remove)
  async function watch() {
    const releases = await watchReleases(folder, log)
    cleanups.push(() => releases.close())
    return releases
  }
  return {
    folder,
    publish: (name: string, release: string, content = {}) => publish(name, content, release),
    withdraw,
    watch,
  }
}

test('no release is active before the shell’s', async () => {
  const { publish, watch } = await createStore()
  await publish('reviews', 'r1')
  const releases = await watch()
  expect(releases.active()).toBeUndefined()
  await publish('shell', 's1')
  await eventually(() => releases.active()?.remotes.get('reviews')?.release).toBe('r1')
})

test('another release becomes active, with its pages', async () => {
  const { publish, watch } = await createStore()
  await publish('shell', 's1', { frame: { menu: 'account/Menu' } })
  await publish('search', 'r1')
  const releases = await watch()
  const before = releases.active()
  expect(before?.pages).toEqual([])
  await publish('search', 'r2', { pages: [{ path: '/', layout: 'list', main: 'search/Find' }] })
  await eventually(() => releases.active()?.remotes.get('search')?.release).toBe('r2')
  expect(releases.active()?.pages).toMatchObject([
    { path: '/', fragments: { main: 'search/Find', menu: 'account/Menu' } },
  ])
  expect(before?.remotes.get('search')?.release).toBe('r1')
})

test('a broken record changes nothing; the next good one does', async () => {
  const { publish, watch } = await createStore()
  await publish('shell', 's1')
  await publish('reviews', 'r1')
  const releases = await watch()
  const error = vi.spyOn(log, 'error')
  await publish('reviews', 'r2', { files: { '/assets/reviews/List.js': 'md5-nonsense' } })
  await releases.refresh()
  await releases.refresh()
  expect(releases.active()?.remotes.get('reviews')?.release).toBe('r1')
  expect(error).toHaveBeenCalledTimes(1)
  await publish('reviews', 'r3')
  await eventually(() => releases.active()?.remotes.get('reviews')?.release).toBe('r3')
})

test('a team that is published while running is found, and one without a release is no error', async () => {
  const { folder, publish, watch } = await createStore()
  await publish('shell', 's1')
  const releases = await watch()
  const error = vi.spyOn(log, 'error').mockClear()
  await mkdir(path.join(folder, 'tours', 'records'), { recursive: true })
  await writeFile(path.join(folder, 'bffs.json'), '{}')
  await releases.refresh()
  expect(error).not.toHaveBeenCalled()
  await publish('tours', 't1', { pages: [{ path: '/tours', layout: 'list', main: 'tours/All' }] })
  await eventually(() => releases.active()?.pages).toMatchObject([{ path: '/tours' }])
})

test('a team that is withdrawn is gone with its pages; the shell stays', async () => {
  const { folder, publish, withdraw, watch } = await createStore()
  await publish('shell', 's1')
  await publish('search', 'r1', { pages: [{ path: '/', layout: 'list', main: 'search/Find' }] })
  await publish('reviews', 'r1')
  const releases = await watch()
  await withdraw('search')
  await rm(path.join(folder, 'reviews'), { recursive: true })
  await releases.refresh()
  expect([releases.active()?.remotes.size, releases.active()?.pages]).toEqual([0, []])
  await withdraw('shell')
  await releases.refresh()
  expect(releases.active()?.shell.release).toBe('s1')
})
