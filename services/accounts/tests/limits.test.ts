import { confirmSignUp } from '@fernweh/contracts/api/accounts'
import type { ServiceProcess } from '@fernweh/kit/testing/service-process'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createWorld, PASSWORD, type World } from './world.ts'

const LIMITS = {
  SIGN_IN_TRIES: '3',
  SIGN_IN_TRIES_PER_ADDRESS: '6',
  SIGN_IN_TRIES_PER_NETWORK: '5',
  MAILS: '2',
  MAILS_PER_ADDRESS: '4',
  MAILS_PER_NETWORK: '3',
  LINKS_PER_NETWORK: '3',
}
const WRONG = 'fünf gelbe Enten'
const [HOME, OFFICE, CAFE] = ['192.0.2.1', '192.0.2.2', '192.0.2.3']

let world: World
beforeAll(async () => {
  world = await createWorld(LIMITS)
  for (const name of ['zoe', 'yara', 'xenia']) await world.member(`${name}@people.example`)
})
afterAll(() => world.close())
beforeEach(() => world.database.pool.query('delete from tries'))

const zoe = 'zoe@people.example'
const refusalOf = async (answer: ReturnType<World['signIn']>) => (await answer).body.refused ?? null
const guess = (mail = zoe, from?: string) => refusalOf(world.signIn(mail, WRONG, from))
const enter = (mail = zoe, from?: string) => refusalOf(world.signIn(mail, PASSWORD, from))
const guesses = async (count: number, mail = zoe, from?: string) => {
  for (let i = 0; i < count; i++) expect(await guess(mail, from)).toBe('wrong-mail-or-password')
}

describe('guessing a password', () => {
  it('stops after some tries, also for the right one, and is possible again when the time is over', async () => {
    await guesses(3, zoe, HOME)
    expect(await guess(zoe, HOME)).toBe('too-many-tries')
    expect(await enter(zoe, HOME)).toBe('too-many-tries')
    await world.database.pool.query('update tries set expire = 0')
    expect(await enter(zoe, HOME)).toBeNull()
  })

  it('is limited in the same way for an address without an account', async () => {
    await guesses(3, 'nobody@people.example', HOME)
    expect(await guess('nobody@people.example', HOME)).toBe('too-many-tries')
  })

  it('from elsewhere does not lock out its owner', async () => {
    await guesses(3, zoe, CAFE)
    for (let i = 0; i < 20; i++) expect(await guess(zoe, CAFE)).toBe('too-many-tries')
    expect(await enter(zoe, HOME)).toBeNull()
  })

  it('from many networks ends at the limit of the address', async () => {
    for (let i = 1; i <= 6; i++) await guesses(1, zoe, `198.51.100.${i}`)
    expect(await guess(zoe, '198.51.100.7')).toBe('too-many-tries')
  })

  it('of many addresses ends at the limit of the network', async () => {
    for (let i = 1; i <= 5; i++) await guesses(1, `guess${i}@people.example`, CAFE)
    expect(await guess('guess6@people.example', CAFE)).toBe('too-many-tries')
    expect(await enter('yara@people.example', CAFE)).toBe('too-many-tries')
    expect(await enter('yara@people.example', OFFICE)).toBeNull()
  })

  it('cannot continue from another address of the same household', async () => {
    for (let i = 1; i <= 5; i++) await guesses(1, `guess${i}@people.example`, `2001:db8:1:2::${i}`)
    expect(await guess('guess6@people.example', '2001:db8:1:2:ffff::1')).toBe('too-many-tries')
    expect(await guess('guess6@people.example', '2001:db8:1:3::1')).toBe('wrong-mail-or-password')
  })

  it('does not include right passwords: they do not count', async () => {
    for (let i = 0; i < 12; i++) expect(await enter(zoe, HOME)).toBeNull()
    await guesses(3, zoe, HOME)
  })

  it('is counted by all instances together', async () => {
    const other = await world.start()
    await guesses(2, zoe, HOME)
    const atOther = (password: string) => signInAt(other, zoe, password)
    expect(await atOther(WRONG)).toBe('wrong-mail-or-password')
    expect(await atOther(WRONG)).toBe('too-many-tries')
    expect(await guess(zoe, HOME)).toBe('too-many-tries')
    await other.stop()
  })

  it('by many at once gets no more tries than one after another', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => guess(zoe, HOME)))
    expect(answers.filter((refusal) => refusal === 'wrong-mail-or-password')).toHaveLength(3)
  })

  it('without a limit goes on: the limit is what stops it', async () => {
    const open = await world.start({
      SIGN_IN_TRIES: '100',
      SIGN_IN_TRIES_PER_ADDRESS: '100',
      SIGN_IN_TRIES_PER_NETWORK: '100',
    })
    for (let i = 0; i < 20; i++) expect(await signInAt(open, zoe, WRONG)).toBe('wrong-mail-or-password')
    await open.stop()
  })
})

async function signInAt(service: ServiceProcess, mail: string, password: string) {
  const answer = await service.send('POST', '/sign-ins', {
    body: JSON.stringify({ mail, password }),
    headers: { 'content-type': 'application/json', 'x-fernweh-client': HOME },
  })
  return answer.body.refused ?? null
}

describe('while tries cannot be counted together', () => {
  it('each instance counts by itself: nobody is locked out, and guessing is not open', async () => {
    const { pool } = world.database
    await pool.query('alter table tries rename to tries_away')
    try {
      expect(await enter('xenia@people.example', OFFICE)).toBeNull()
      await guesses(3, 'xenia@people.example', OFFICE)
      expect(await guess('xenia@people.example', OFFICE)).toBe('too-many-tries')
      expect(await enter('xenia@people.example', HOME)).toBeNull()
    } finally {
      await pool.query('alter table tries_away rename to tries')
    }
  })
})

describe('having mails sent', () => {
  const signUp = async (mail: string, from: string) => (await world.signUp({ mail }, { from })).body.refused ?? null

  it('is limited for one address, whether or not it has an account', async () => {
    for (const mail of [zoe, 'nobody@people.example']) {
      await world.database.pool.query('delete from tries')
      const answers = [await signUp(mail, HOME), await signUp(mail, HOME), await signUp(mail, HOME)]
      expect(answers).toEqual([null, null, 'too-many-tries'])
    }
  })

  it('is limited for one network, and from everywhere', async () => {
    for (let i = 1; i <= 3; i++) expect(await signUp(`new${i}@people.example`, HOME)).toBeNull()
    expect(await signUp('new4@people.example', HOME)).toBe('too-many-tries')
    for (let i = 1; i <= 4; i++) expect(await signUp('flooded@people.example', `198.51.100.${i}`)).toBeNull()
    expect(await signUp('flooded@people.example', '198.51.100.9')).toBe('too-many-tries')
  })
})

it('more passwords at once than can be hashed are refused as a fault that passes, and count for nobody', async () => {
  const tries = 30
  const busy = await world.start({
    HASHES_AT_ONCE: '1',
    HASHES_WAITING: '1',
    SIGN_IN_TRIES: `${tries}`,
    SIGN_IN_TRIES_PER_ADDRESS: `${tries}`,
    SIGN_IN_TRIES_PER_NETWORK: `${tries}`,
  })
  const guessAt = () =>
    busy.send('POST', '/sign-ins', {
      body: JSON.stringify({ mail: zoe, password: WRONG }),
      headers: { 'content-type': 'application/json', 'x-fernweh-client': HOME as string },
    })
  const answers = await Promise.all(Array.from({ length: tries }, guessAt))
  const refused = answers.filter(({ status }) => status === 503)
  expect(refused.length).toBeGreaterThan(0)
  for (const { body } of refused) expect(Object.keys(body)).toEqual(['fault'])
  for (const _ of refused) expect((await guessAt()).body).toEqual({ refused: 'wrong-mail-or-password' })
  expect((await guessAt()).body).toEqual({ refused: 'too-many-tries' })
  await busy.stop()
})

it('links cannot be guessed for long', async () => {
  const follow = async (token: string) =>
    (
      await world.accounts.call(confirmSignUp, {
        body: { token, password: 'any password' },
        headers: { 'x-fernweh-client': HOME as string },
      })
    ).body.refused
  for (let i = 0; i < 3; i++) expect(await follow(`${'x'.repeat(42)}${i}`)).toBe('link-out-of-date')
  expect(await follow('x'.repeat(43))).toBe('too-many-tries')
})

it('what was counted reveals no addresses and networks', async () => {
  await guesses(1, zoe, HOME)
  const { rows } = await world.database.pool.query<{ raw: string }>('select tries::text as raw from tries')
  expect(rows.length).toBeGreaterThan(2)
  expect(rows.some(({ raw }) => raw.includes('zoe') || raw.includes('192.0.2'))).toBe(false)
})
