import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openReleaseStore } from '../src/state/releases.ts'
import { temporaryState } from './temporary-state.ts'

test('a published release goes live, and files of older ones stay', () => {
  const state = temporaryState()
  const releases = openReleaseStore(join(state, 'releases'))
  const release = (name: string) => releases.goLive('reviews', releases.publish('reviews', build(state, name)))
  expect(['r1', 'r2'].map(release)).toEqual([undefined, 'r1'])
  const read = (file: string) => readFileSync(join(state, 'releases', 'reviews', file), 'utf8')
  expect(JSON.parse(read('live.json'))).toEqual({ release: 'r2' })
  expect([read('assets/r1.js'), read('assets/r2.js')]).toEqual(['r1', 'r2'])
})

test('what was never published cannot go live, and the error names what can, the last one first', () => {
  const state = temporaryState()
  const releases = openReleaseStore(join(state, 'releases'))
  expect(() => releases.goLive('reviews', 'r1')).toThrow('reviews has no release r1: none has been published.')
  for (const [release, seconds] of Object.entries({ r1: 1, r3: 2, r2: 3 })) {
    releases.publish('reviews', build(state, release))
    utimesSync(join(state, 'releases', 'reviews', 'records', `${release}.json`), seconds, seconds)
  }
  expect(() => releases.goLive('reviews', 'r9')).toThrow('reviews has no release r9: it is one of r2, r3, r1.')
})

test('a build of another micro-frontend is refused', () => {
  const state = temporaryState()
  expect(() => openReleaseStore(state).publish('search', build(state, 'r1'))).toThrow('holds a release of reviews')
})

function build(state: string, release: string) {
  const dist = join(state, `dist-${release}`)
  mkdirSync(join(dist, 'assets'), { recursive: true })
  writeFileSync(join(dist, 'assets', `${release}.js`), release)
  writeFileSync(
    join(dist, 'record.json'),
    JSON.stringify({ name: 'reviews', release, fragments: {}, pages: [], files: {}, sizes: {} }),
  )
  return dist
}
