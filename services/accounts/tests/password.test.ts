import { randomUUID } from 'node:crypto'
import { changePassword, requestPasswordReset, resetPassword } from '@fernweh/contracts/api/accounts'
import type { Sealed } from '@fernweh/contracts/events/accounts'
import { until } from '@fernweh/kit/testing/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type Member, PASSWORD, type World } from './world.ts'

const NEXT = 'drei rote Rosen'
let world: World
beforeAll(async () => {
  world = await createWorld()
  await world.open()
})
afterAll(() => world.close())

const change = ({ by }: Pick<Member, 'by'>, current: string, next: string) =>
  world.accounts.call(changePassword, { body: { current, next }, by })
const request = (mail: string, key: string = randomUUID()) =>
  world.accounts.call(requestPasswordReset, { body: { mail }, key })
const reset = (token: string, password = NEXT) => world.accounts.call(resetPassword, { body: { token, password } })
const linkTo = (mail: string, count?: number) => world.linkTo(mail, 'password-reset-requested', count)
const isSignedIn = async (token: string) => (await world.byToken(token)).status === 200
const changedBy = async ({ by }: Member) =>
  (await world.logged('password-changed'))
    .filter(({ stream }) => stream === `account.${by.sub}`)
    .map(({ data }) => data.by)
const rowsOf = async (mail: string) =>
  (await world.database.pool.query('select * from password_resets where mail = $1', [mail])).rows

describe('changing the password', () => {
  it('ends every other sign-in, and the old password', async () => {
    const zoe = await world.member('zoe@people.example')
    const phone = (await world.signIn(zoe.mail)).body.token
    expect(await change(zoe, PASSWORD, NEXT)).toEqual({ status: 200, body: {} })
    expect([await isSignedIn(zoe.token), await isSignedIn(phone)]).toEqual([true, false])
    expect((await world.signIn(zoe.mail, PASSWORD)).status).toBe(409)
    expect((await world.signIn(zoe.mail, NEXT)).status).toBe(200)
    expect(await changedBy(zoe)).toEqual(['password'])
  })

  it('with a wrong one is refused', async () => {
    const yara = await world.member('yara@people.example')
    expect((await change(yara, 'falsch geraten', NEXT)).body).toEqual({ refused: 'wrong-password' })
    expect((await world.signIn(yara.mail)).status).toBe(200)
  })

  it('to a common one is refused', async () => {
    const xenia = await world.member('xenia@people.example')
    for (const next of ['password2026', 'zoë quist 1', 'xenia.xenia']) {
      expect((await change(xenia, PASSWORD, next)).body).toEqual({ refused: 'password-too-common' })
    }
  })

  it('twice by a double click is one change', async () => {
    const dan = await world.member('dan@people.example')
    const twice = await Promise.all([change(dan, PASSWORD, NEXT), change(dan, PASSWORD, NEXT)])
    expect(twice.map(({ status }) => status)).toEqual([200, 200])
    expect(await changedBy(dan)).toEqual(['password'])
  })

  it('to two different ones at once: one counts, the other is refused', async () => {
    const eve = await world.member('eve@people.example')
    const [one, other] = ['sieben blaue Boote', 'neun alte Karten']
    const answers = await Promise.all([change(eve, PASSWORD, one), change(eve, PASSWORD, other)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const winner = answers[0]?.status === 200 ? one : other
    expect((await world.signIn(eve.mail, winner)).status).toBe(200)
  })

  it('without one, or signed out, is refused', async () => {
    const demo = await world.enterAsDemo('ann')
    expect((await change(demo, PASSWORD, NEXT)).body).toEqual({ refused: 'wrong-password' })
    const answer = await world.accounts.call(changePassword, { body: { current: PASSWORD, next: NEXT } })
    expect(answer.status).toBe(401)
  })

  it('makes links that were sent before lead nowhere', async () => {
    const fay = await world.member('fay@people.example')
    await request(fay.mail)
    const token = await linkTo(fay.mail)
    await change(fay, PASSWORD, NEXT)
    expect((await reset(token, 'zehn kleine Inseln')).body).toEqual({ refused: 'link-out-of-date' })
  })
})

describe('a forgotten password', () => {
  it('is replaced by the link in the mail, which ends every sign-in', async () => {
    const bob = await world.member('bob@people.example')
    const phone = (await world.signIn(bob.mail)).body.token
    expect(await request(bob.mail)).toEqual({ status: 200, body: {} })
    expect(await reset(await linkTo(bob.mail))).toEqual({ status: 200, body: {} })
    expect([await isSignedIn(bob.token), await isSignedIn(phone)]).toEqual([false, false])
    expect((await world.signIn(bob.mail)).status).toBe(409)
    expect((await world.signIn(bob.mail, NEXT)).status).toBe(200)
    expect(await changedBy(bob)).toEqual(['reset'])
  })

  it('gives a first password to somebody who has only an address', async () => {
    await request('ann@people.example')
    expect((await reset(await linkTo('ann@people.example'))).status).toBe(200)
    expect((await world.signIn('ann@people.example', NEXT)).body.person.accountId).toBe('ann')
  })

  it('of an address without an account is answered the same, and nothing is sent', async () => {
    const before = await world.logged('password-reset-requested')
    expect(await request('nobody@people.example')).toEqual({ status: 200, body: {} })
    const [row] = await until(
      () => rowsOf('nobody@people.example'),
      ([only]) => only?.expires_at !== null,
    )
    expect(row).toMatchObject({ account_id: null, token_hash: null })
    expect(await world.logged('password-reset-requested')).toHaveLength(before.length)
  })

  it('of somebody who has left is answered the same, and nothing is sent', async () => {
    const jo = await world.member('jo@people.example')
    await world.database.pool.query('delete from keys where account_id = $1', [jo.by.sub])
    expect(await request(jo.mail)).toEqual({ status: 200, body: {} })
    await until(
      () => rowsOf(jo.mail),
      ([only]) => only?.expires_at !== null,
    )
    const sent = await world.logged('password-reset-requested')
    expect(sent.filter(({ stream }) => stream === `account.${jo.by.sub}`)).toEqual([])
  })

  it('requested twice by a double click sends one mail', async () => {
    const gil = await world.member('gil@people.example')
    const key = randomUUID()
    await Promise.all([1, 2, 3].map(() => request(gil.mail, key)))
    await linkTo(gil.mail)
    await request(gil.mail, key)
    await request(gil.mail)
    await linkTo(gil.mail, 2)
    const events = (await world.logged('password-reset-requested')).filter(
      ({ stream }) => stream === `account.${gil.by.sub}`,
    )
    expect(events).toHaveLength(2)
  })
})

describe('a link to set a password', () => {
  let hal: Member
  beforeAll(async () => {
    hal = await world.member('hal@people.example')
  })

  it('works once, also for many at once', async () => {
    await request(hal.mail)
    const token = await linkTo(hal.mail, 1)
    const passwords = Array.from({ length: 6 }, (_, i) => `${i} sonderbare Vögel`)
    const answers = await Promise.all(passwords.map((password) => reset(token, password)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(5).fill(409)])
    const winner = passwords[answers.findIndex(({ status }) => status === 200)]
    expect((await world.signIn(hal.mail, winner)).status).toBe(200)
    expect((await reset(token, 'zehn kleine Inseln')).body).toEqual({ refused: 'link-out-of-date' })
    expect(await changedBy(hal)).toEqual(['reset'])
  })

  it('ends when the other of two is used', async () => {
    await request(hal.mail)
    const first = await linkTo(hal.mail, 2)
    await request(hal.mail)
    const second = await linkTo(hal.mail, 3)
    const answers = await Promise.all([reset(first, 'zwei kleine Inseln'), reset(second, 'drei kleine Inseln')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await rowsOf(hal.mail)).toEqual([])
  })

  it('is still good after a password that was too common', async () => {
    await request(hal.mail)
    const token = await linkTo(hal.mail, 4)
    for (const password of ['password2026', 'halhal zoë quist']) {
      expect((await reset(token, password)).body).toEqual({ refused: 'password-too-common' })
    }
    expect((await reset(token)).status).toBe(200)
  })

  it('holds for thirty minutes, by the clock of the database, and is deleted then', async () => {
    await request(hal.mail)
    const token = await linkTo(hal.mail, 5)
    const event = (await world.logged('password-reset-requested')).at(-1)
    const [{ reset_id, expires_at }] = await rowsOf(hal.mail)
    expect(expires_at.toISOString()).toBe(event?.data.expiresAt)
    const { rows } = await world.database.pool.query(
      `select round(extract(epoch from $1::timestamptz - at) / 60) as minutes from events
        where type = 'fernweh.accounts.password-reset-requested' order by position desc limit 1`,
      [expires_at],
    )
    expect(Number(rows[0].minutes)).toBe(30)
    await world.database.pool.query('update password_resets set expires_at = clock_timestamp() where reset_id = $1', [
      reset_id,
    ])
    expect((await reset(token)).body).toEqual({ refused: 'link-out-of-date' })
    await world.database.pool.query('update timers set due = now() where name = $1', [`password-reset-end.${reset_id}`])
    await until(
      () => rowsOf(hal.mail),
      (left) => left.length === 0,
    )
  })

  it('is kept only as a hash, and is sealed in the log', async () => {
    await request(hal.mail)
    const token = await linkTo(hal.mail, 6)
    const { rows } = await world.database.pool.query<{ raw: string }>(
      'select events::text as raw from events union all select password_resets::text from password_resets',
    )
    const everything = rows.map(({ raw }) => raw).join('\n')
    expect(everything).not.toContain(token)
    expect(everything).not.toContain(Buffer.from(token, 'base64url').toString('hex'))
    const sealed = (await world.logged('password-reset-requested')).at(-1)?.data.token as unknown as Sealed
    expect(await world.unseal(sealed)).toBe(token)
  })
})

it('a sign-in whose password was replaced while it was compared is refused', async () => {
  const ivy = await world.member('ivy@people.example')
  const { pool } = world.database
  const reset = await pool.connect()
  await reset.query('begin')
  await reset.query('update people set password_hash = $2 where account_id = $1', [ivy.by.sub, 'another one'])
  const signingIn = world.signIn(ivy.mail)
  await until(
    async () => {
      const text = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      return (await pool.query(text)).rowCount
    },
    (waiting) => waiting === 1,
  )
  await reset.query('commit')
  reset.release()
  expect((await signingIn).body).toEqual({ refused: 'wrong-mail-or-password' })
})
