import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKeys, startTestProcess, type TestProcess } from '../../testing/process.ts'
import { IDENTITY_HEADER, signIdentity } from '../http/identity.ts'
import { escapeState, type FragmentRequest, serveFragments, splitPreloads } from './fragments.ts'
import { createServerBuilds } from './server-builds.ts'

const gateway = createKeys()
let folder: string
let bff: TestProcess

const greet = (word: string) => `
  const { createHash } = require('node:crypto')
  module.exports.renderFragment = (fragment, { data, user }) =>
    '<p>${word} ' + (user ? user.id : 'you') + ', ' + data.dish.replaceAll('<', '&lt;') + '</p>'
  module.exports.messagesOf = (locale, keys) => Object.fromEntries(keys.map((key) => [key, [locale]]))
  module.exports.say = (locale, key, values) => ['${word}', locale, key, JSON.stringify(values)].join(' ')`

async function publish(release: string, code: string, pinned = code) {
  const integrity = `sha384-${createHash('sha384').update(pinned).digest('base64')}`
  const record = {
    name: 'food',
    release,
    fragments: { Dish: { js: [], css: [], messages: ['dish.eat', 'refusal.*'] } },
    pages: [],
    files: { [`server/${release}.cjs`]: integrity },
    sizes: {},
  }
  await writeFile(path.join(folder, 'food/server', `${release}.cjs`), code)
  await writeFile(
    path.join(folder, 'food/records', `${release}.json`),
    JSON.stringify({ ...record, server: `${release}.cjs` }),
  )
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'releases '))
  await mkdir(path.join(folder, 'food/records'), { recursive: true })
  await mkdir(path.join(folder, 'food/server'), { recursive: true })
  await publish('r1', greet('Enjoy'))
  await publish('r2', greet('Savour'))
  await publish('flipped', greet('Enjoy').replace('Enjoy', 'Enjoz'), greet('Enjoy'))
  await publish('empty', '')
  const queries = {
    Dish: async ({ url, params }: FragmentRequest) => {
      if (params.id === 'gone') return { status: 404 as const, title: 'Gone', data: { dish: 'nothing' } }
      if (params.id === 'old') return { status: 303 as const, title: '', meta: { location: '/e/new' }, data: null }
      if (params.id === 'said') {
        const description = { key: 'dish.about' }
        return { title: { key: 'dish.title', values: { course: 2 } }, meta: { description }, data: { dish: 'soup' } }
      }
      return { title: 'Dish', meta: { sort: url.searchParams.get('sort') }, data: { dish: '</script><!--' } }
    },
  }
  bff = await startTestProcess((app) => serveFragments(app, { team: 'food', releasesDir: folder, queries }), {
    identityKey: gateway.publicKey,
  })
})
afterAll(async () => {
  await bff.context.stop()
  await rm(folder, { recursive: true })
})

function call({ fragment = 'Dish', release = 'r1', url = '/e/1?sort=hot', params = '{"id":"1"}' } = {}, headers = {}) {
  return fetch(`${bff.url}/fragments/${fragment}?${new URLSearchParams({ release, url, params })}`, { headers })
}

async function read(response: Response) {
  const text = await response.text()
  const end = text.indexOf('\n')
  return { head: JSON.parse(text.slice(0, end)), fragment: text.slice(end + 1) }
}

describe('a fragment', () => {
  it('is one line of JSON, then HTML and state', async () => {
    const identity = await signIdentity({ sub: 'ann', role: 'traveller', sid: 's1' }, gateway.privateKey)
    const answer = await call({}, { [IDENTITY_HEADER]: identity, 'accept-language': 'de-AT' })
    const { head, fragment } = await read(answer)
    expect(head).toEqual({ status: 200, title: 'Dish', meta: { sort: 'hot' }, preloads: '' })
    const [, html, state = ''] =
      /^<div data-root>(.*)<\/div><script type="application\/json">(.*)<\/script>$/.exec(fragment) ?? []
    expect(html).toBe('<p>Enjoy ann, &lt;/script>&lt;!--</p>')
    expect(JSON.parse(state)).toEqual({
      data: { dish: '</script><!--' },
      user: { id: 'ann', role: 'traveller' },
      locale: 'de-AT',
      messages: { 'dish.eat': ['de-AT'], 'refusal.*': ['de-AT'] },
      now: expect.stringMatching(/^\d{4}-.*Z$/),
      release: 'r1',
      idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
      outcome: null,
    })
  })

  it('is rendered by the release asked for, without a restart', async () => {
    expect((await read(await call({ release: 'r2' }))).fragment).toContain('Savour you')
    expect((await read(await call({ release: 'r1' }))).fragment).toContain('Enjoy you')
    await publish('r3', greet('Relish'))
    expect((await read(await call({ release: 'r3' }))).fragment).toContain('Relish you')
  })

  it('is state alone for who wants JSON', async () => {
    const answer = await (await call({}, { accept: 'application/json' })).json()
    expect(answer).toMatchObject({ status: 200, title: 'Dish', state: { user: null, data: { dish: '</script><!--' } } })
  })

  it('has its title and description in the language of the page, said by the asked release', async () => {
    const inGerman = { 'accept-language': 'de-AT' }
    const { head } = await read(await call({ release: 'r2', params: '{"id":"said"}' }, inGerman))
    expect(head.title).toBe('Savour de-AT dish.title {"course":2}')
    expect(head.meta).toEqual({ description: 'Savour de-AT dish.about ' })
    const late = await (await call({}, { ...inGerman, accept: 'application/json' })).json()
    expect(late).toMatchObject({ state: { locale: 'de-AT', messages: { 'dish.eat': ['de-AT'] } } })
  })

  it('reads control characters in the address of its page as blanks, and leaves all others spelled as they are', async () => {
    const sortOf = async (search: string) => (await read(await call({ url: `/e/1${search}` }))).head.meta.sort
    expect(await sortOf('?sort=%00hot%1B')).toBe(' hot ')
    expect(await sortOf('?sort=a%20b+c%0A')).toBe('a b c\n')
    expect((await read(await call({ params: '{"id":"gone\\u0000"}' }))).head.status).toBe(200)
  })

  it.each([
    [{}, 'en-GB'],
    [{ 'accept-language': 'ar' }, 'ar-EG-u-nu-latn'],
    [{ 'accept-language': '../de' }, 'en-GB'],
  ])('told %j, is written in %s', async (headers, locale) => {
    const answer = await call({}, { ...headers, accept: 'application/json' })
    expect(await answer.json()).toMatchObject({ state: { locale } })
  })

  it('is data without messages where no release is named: who runs it alone has them', async () => {
    const answer = await call({ release: '' }, { accept: 'application/json' })
    expect(await answer.json()).toMatchObject({ status: 200, state: { messages: {} } })
  })

  it('is told what became of the form that led to its page, and makes every rendering an intention of its own', async () => {
    const query = { url: '/e/1?refused=sold-out&sort=hot' }
    const [one, two] = await Promise.all([call(query, { accept: 'application/json' }), call(query)])
    const { state } = (await one.json()) as { state: { outcome: object; idempotencyKey: string } }
    expect(state.outcome).toEqual({ refused: 'sold-out' })
    expect((await read(two)).fragment).not.toContain(state.idempotencyKey)
  })

  it('may be missing or elsewhere', async () => {
    const gone = await read(await call({ params: '{"id":"gone"}' }))
    expect(gone).toMatchObject({ head: { status: 404 }, fragment: expect.stringContaining('nothing') })
    const old = await read(await call({ params: '{"id":"old"}' }))
    expect(old).toEqual({ head: { status: 303, title: '', meta: { location: '/e/new' } }, fragment: '' })
  })

  it.each([
    ['an unknown fragment', { fragment: 'Cellar' }, 404],
    ['a fragment named like a method', { fragment: 'constructor' }, 404],
    ['an unknown release', { release: 'r9' }, 404],
    ['a release outside of the folder', { release: '../../etc/passwd' }, 404],
    ['another host', { url: '//elsewhere.example/' }, 400],
    ['no path', { url: 'e/1' }, 400],
    ['broken params', { params: '{' }, 400],
    ['params that are no words', { params: '{"id":1}' }, 400],
    ['a file that is not the recorded one', { release: 'flipped' }, 500],
    ['a build without a renderer', { release: 'empty' }, 500],
  ])('is refused for %s', async (_, query, status) => {
    const answer = await call(query)
    expect(answer.status).toBe(status)
    expect(await answer.text()).not.toContain('Enjo')
  })
})

describe('server builds', () => {
  it('keeps three, and loads a kept one once', async () => {
    const load = createServerBuilds(folder, 'food')
    for (const release of ['a', 'b', 'c', 'd']) await publish(release, greet(release))
    const first = await load('a')
    for (const release of ['b', 'c']) await load(release)
    expect(await load('a')).toBe(first)
    await load('d')
    expect(await load('a')).toBe(first)
    for (const release of ['b', 'c', 'd']) await load(release)
    expect(await load('a')).not.toBe(first)
  })

  it('tries a release again that failed', async () => {
    const load = createServerBuilds(folder, 'food')
    await expect(load('late')).rejects.toThrow()
    await publish('late', greet('Late'))
    expect((await load('late')).renderFragment).toBeTypeOf('function')
  })
})

it('state cannot end its script element', () => {
  expect(escapeState({ a: '</script><!--' })).toBe('{"a":"\\u003c/script>\\u003c!--"}')
})

it('what is to be asked for first stands before a fragment, and does not become a piece of it', () => {
  const link = '<link rel="preload" as="image" imageSizes="(min-width: 40rem) 16rem, 66vw"/>'
  expect(splitPreloads(`${link}${link}<div><link rel="preload"></div>`)).toEqual({
    preloads: link + link,
    html: '<div><link rel="preload"></div>',
  })
  expect(splitPreloads('<div></div>')).toEqual({ preloads: '', html: '<div></div>' })
})
