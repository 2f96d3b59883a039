import { changeProfile, me, myProfile, type Profile } from '@fernweh/contracts/api/accounts'
import type { Sealed } from '@fernweh/contracts/events/accounts'
import { until } from '@fernweh/kit/testing/until'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type Member, type World } from './world.ts'

let world: World
let zoe: Member
const profile: Profile = {
  name: 'Zoë Quist-Öberg',
  homeCity: 'Malmö',
  locale: 'sv-SE',
  currency: 'SEK',
  interests: ['tea', 'water'],
}

beforeAll(async () => {
  world = await createWorld()
  zoe = await world.member('zoe@people.example')
})
afterAll(() => world.close())

const read = async () => (await world.accounts.call(myProfile, { by: zoe.by })).body
const change = (part: Partial<Profile>, version: number) =>
  world.accounts.call(changeProfile, { body: { profile: { ...profile, ...part }, version }, by: zoe.by })
const changes = async () =>
  (await world.logged('profile-changed')).filter(({ stream }) => stream === `profile.${zoe.by.sub}`)

it('a profile changes at the version it was read at, and is published as a whole', async () => {
  const { version } = await read()
  expect(await change({}, version)).toEqual({
    status: 200,
    body: { profile, mail: 'zoe@people.example', version: version + 1 },
  })
  expect((await world.accounts.call(me, { by: zoe.by })).body.name).toBe(profile.name)
  const { name, ...published } = (await changes()).at(-1)?.data ?? {}
  const { name: _, ...others } = profile
  expect(published).toEqual({ accountId: zoe.by.sub, ...others })
  expect(await world.unseal(name as unknown as Sealed)).toBe(profile.name)
  await until(
    () =>
      world.broker.jsm.streams
        .getMessage('accounts', { last_by_subj: `accounts.profile.${zoe.by.sub}.profile-changed` })
        .then(({ data }) => new TextDecoder().decode(data)),
    (message) => message.includes('Malmö') && !message.includes('Zoë'),
  )
})

it('a currency that is not sent stays as it is', async () => {
  const { version } = await read()
  const { currency, ...others } = profile
  const body = { profile: { ...others, homeCity: 'Trelleborg' }, version }
  const changed = await world.accounts.call(changeProfile, { body, by: zoe.by })
  expect(changed.body).toMatchObject({ profile: { homeCity: 'Trelleborg', currency } })
  expect((await changes()).at(-1)?.data).toMatchObject({ homeCity: 'Trelleborg', currency })
})

it('of several tabs one saves, and the others are refused as changed elsewhere', async () => {
  const { version } = await read()
  const cities = ['Lund', 'Ystad', 'Kivik', 'Simrishamn', 'Åhus', 'Sölvesborg']
  const answers = await Promise.all(cities.map((homeCity) => change({ homeCity }, version)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(5).fill(409)])
  expect(answers.find(({ status }) => status === 409)?.body).toEqual({ refused: 'changed-elsewhere' })
  const saved = cities[answers.findIndex(({ status }) => status === 200)]
  expect(await read()).toMatchObject({ profile: { homeCity: saved }, version: version + 1 })
})

it('the same change sent twice is one event', async () => {
  const { version } = await read()
  const before = (await changes()).length
  const twice = await Promise.all([1, 2].map(() => change({ homeCity: 'Falsterbo' }, version)))
  expect(twice.map(({ status, body }) => [status, body.version])).toEqual([
    [200, version + 1],
    [200, version + 1],
  ])
  expect(await changes()).toHaveLength(before + 1)
})

it('the log rebuilds the people as they are shown', async () => {
  const { body } = await world.accounts.ops('audit')
  expect(body.checks.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([])
})

it.each([
  ['profile.name', { name: 'Zoë\nQuist' }],
  ['profile.name', { name: '' }],
  ['profile.name', { name: '\u3164' }],
  ['profile.name', { name: '\u115f.\uffa0' }],
  ['profile.homeCity', { homeCity: '\u2800' }],
  ['profile.interests.0', { interests: ['\u200b'] }],
  ['profile.homeCity', { homeCity: 'x'.repeat(81) }],
  ['profile.locale', { locale: 'sv_SE; DROP' }],
  ['profile.currency', { currency: 'kr' }],
  ['profile.interests', { interests: Array(21).fill('tea') }],
])('a bad %s is a 400 that names it', async (field, part) => {
  const answer = await change(part, 1)
  expect([answer.status, answer.body.invalid[0].field]).toEqual([400, field])
})

it('nobody reads or changes a profile signed out, or of an account that is gone', async () => {
  const gone = { sub: 'gone', role: 'traveller', sid: 'gone' } as const
  for (const who of [{}, { by: gone }]) {
    expect((await world.accounts.call(myProfile, who)).status).toBe(401)
    expect((await world.accounts.call(changeProfile, { body: { profile, version: 1 }, ...who })).status).toBe(401)
  }
})
