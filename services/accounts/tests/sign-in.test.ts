import { me, mySignIns, signInAsDemo, signOut, signOutEverywhere } from '@fernweh/contracts/api/accounts'
import { until } from '@fernweh/kit/testing/until'
import { hash } from '@node-rs/argon2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type Member, PASSWORD, type World } from './world.ts'

const mallory = { sub: 'mallory', role: 'traveller', sid: 'not-anns' } as const

let world: World
let zoe: Member
beforeAll(async () => {
  world = await createWorld()
  await world.open()
  zoe = await world.member('zoe@people.example')
})
afterAll(() => world.close())

const ended = async (sid: string) =>
  (await world.logged('signed-out')).filter(({ stream }) => stream === `sign-in.${sid}`)

describe('signing in by one click', () => {
  it('as a demo person gives a token that stands for that person', async () => {
    const { by } = await world.enterAsDemo('ann')
    expect(by).toMatchObject({ sub: 'ann', role: 'traveller' })
    expect((await world.accounts.call(me, { by })).body.name).toBe('Ann Öberg')
  })

  it('as somebody who is not on the start screen is refused', async () => {
    for (const accountId of [zoe.by.sub, 'nobody']) {
      const answer = await world.accounts.call(signInAsDemo, { body: { accountId } })
      expect(answer).toEqual({ status: 409, body: { refused: 'no-such-person' } })
    }
  })
})

describe('signing in by password', () => {
  it('gives a token that stands for that person', async () => {
    const { status, body } = await world.signIn('zoe@people.example')
    expect([status, body.person.name]).toEqual([200, 'Zoë Quist'])
    expect((await world.identityOf(body.token)).sub).toBe(zoe.by.sub)
  })

  it('takes the address in any letters, and a password however its characters are composed', async () => {
    expect((await world.signIn(' ZOE@People.Example ')).status).toBe(200)
    const composed = await world.member('composed@people.example')
    await world.database.pool.query('update people set password_hash = $2 where account_id = $1', [
      composed.by.sub,
      await hash('Ångström am Ufer'.normalize('NFKC')),
    ])
    expect((await world.signIn(composed.mail, 'Ångström am Ufer'.normalize('NFD'))).status).toBe(200)
  })

  it.each([
    ['a wrong password', 'zoe@people.example', 'fünf gelbe Enten'],
    ['an address nobody has', 'nobody@people.example', PASSWORD],
    ['somebody without a password', 'ann@people.example', PASSWORD],
  ])('with %s is refused in the same words', async (_, mail, password) => {
    expect(await world.signIn(mail, password)).toEqual({ status: 409, body: { refused: 'wrong-mail-or-password' } })
  })

  it('renews a hash that was made at a lower cost', async () => {
    const hashOfZoe = async () =>
      (await world.database.pool.query('select password_hash as hash from people where mail = $1', [zoe.mail])).rows[0]
        .hash
    await world.database.pool.query('update people set password_hash = $2 where mail = $1', [
      zoe.mail,
      await hash(PASSWORD, { memoryCost: 8192, timeCost: 1 }),
    ])
    expect((await world.signIn(zoe.mail, 'fünf gelbe Enten')).status).toBe(409)
    expect(await hashOfZoe()).toContain('m=8192,t=1,p=1')
    expect((await world.signIn(zoe.mail)).status).toBe(200)
    expect(await hashOfZoe()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect((await world.signIn(zoe.mail)).status).toBe(200)
  })
})

describe('a token', () => {
  it('is kept only as a hash', async () => {
    const { token } = await world.enterAsDemo('ann')
    const { rows } = await world.database.pool.query('select sign_ins::text as row from sign_ins')
    const bytes = Buffer.from(token, 'base64url').toString('hex')
    expect(rows.some(({ row }) => row.includes(token) || row.includes(bytes))).toBe(false)
  })

  it.each(['', 'x', 'a'.repeat(43), 'ﷺ'])('that is forged, %j, is refused', async (token) => {
    const answer = await world.byToken(encodeURIComponent(token))
    expect(answer).toEqual({ status: 409, body: { refused: 'signed-out' } })
  })

  it('ends after its time, by the clock of the database', async () => {
    const { token, by } = await world.enterAsDemo('ann')
    const expireIn = (time: string) =>
      world.database.pool.query(
        `update sign_ins set expires_at = clock_timestamp() + $2::interval where sign_in_id = $1`,
        [by.sid, time],
      )
    await expireIn('0 s')
    expect((await world.byToken(token)).body).toEqual({ refused: 'signed-out' })
    await expireIn('10 s')
    expect((await world.byToken(token)).status).toBe(200)
  })
})

describe('signing out', () => {
  it('ends the sign-in, and is published for those who cache it', async () => {
    const { token, by } = await world.enterAsDemo('ann')
    const published: string[] = []
    const { nc } = world.broker
    nc.subscribe('accounts.sign-in.*.signed-out', { callback: (_, { subject }) => published.push(subject) })
    await nc.flush()
    const answer = await world.accounts.call(signOut, { params: { signInId: by.sid }, by })
    expect(answer).toEqual({ status: 200, body: {} })
    await until(
      () => published,
      (subjects) => subjects.includes(`accounts.sign-in.${by.sid}.signed-out`),
    )
    expect((await world.byToken(token)).body).toEqual({ refused: 'signed-out' })
  })

  it('twice is one event', async () => {
    const { by } = await world.enterAsDemo('ann')
    const params = { signInId: by.sid }
    const twice = await Promise.all([1, 2].map(() => world.accounts.call(signOut, { params, by })))
    expect(twice.map(({ status }) => status)).toEqual([200, 200])
    expect(await ended(by.sid)).toHaveLength(1)
  })

  it('somebody else is forbidden, and without an identity impossible', async () => {
    const { token, by } = await world.enterAsDemo('ann')
    const params = { signInId: by.sid }
    expect((await world.accounts.call(signOut, { params, by: mallory })).status).toBe(403)
    expect((await world.accounts.call(signOut, { params, by: zoe.by })).status).toBe(403)
    expect((await world.accounts.call(signOut, { params: { signInId: 'nothing' }, by })).status).toBe(403)
    expect((await world.accounts.call(signOut, { params })).status).toBe(401)
    expect((await world.byToken(token)).status).toBe(200)
  })

  it('another device of one’s own is done from the list', async () => {
    const bob = await world.member('bob@people.example')
    const phone = (await world.signIn(bob.mail)).body.token
    const listed = (await world.accounts.call(mySignIns, { by: bob.by })).body.signIns
    expect(listed.map(({ here }: { here: boolean }) => here)).toEqual([false, true])
    const { signInId } = listed[0]
    await world.accounts.call(signOut, { params: { signInId }, by: bob.by })
    expect((await world.byToken(phone)).status).toBe(409)
    expect((await world.byToken(bob.token)).status).toBe(200)
    const left = (await world.accounts.call(mySignIns, { by: bob.by })).body.signIns
    expect(left).toMatchObject([{ signInId: bob.by.sid, here: true }])
  })

  it('everywhere ends each of them once, and nobody else’s', async () => {
    const dan = await world.member('dan@people.example')
    const tokens = [dan.token, (await world.signIn(dan.mail)).body.token, (await world.signIn(dan.mail)).body.token]
    const twice = await Promise.all([1, 2].map(() => world.accounts.call(signOutEverywhere, { by: dan.by })))
    expect(twice.map(({ status }) => status)).toEqual([200, 200])
    for (const token of tokens) expect((await world.byToken(token)).body).toEqual({ refused: 'signed-out' })
    const events = (await world.logged('signed-out')).filter(({ data }) => data.accountId === (dan.by.sub as never))
    expect(events.map(({ version }) => version)).toEqual([2, 2, 2])
    expect((await world.byToken(zoe.token)).status).toBe(200)
  })
})
