import { randomUUID } from 'node:crypto'
import { confirmSignUp, findLinkAddress, me, myProfile, requestPasswordReset } from '@fernweh/contracts/api/accounts'
import type { Sealed } from '@fernweh/contracts/events/accounts'
import { until } from '@fernweh/kit/testing/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, PASSWORD, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const confirm = (token: string, password = PASSWORD) =>
  world.accounts.call(confirmSignUp, { body: { token, password } })
const linkTo = (mail: string, count?: number) => world.linkTo(mail, 'sign-up-requested', count)
const rowsOf = async (mail: string) =>
  (await world.database.pool.query('select * from sign_ups where mail = $1', [mail])).rows
const repeatedFor = async (accountId: string) =>
  (await world.logged('sign-up-repeated')).filter(({ stream }) => stream === `account.${accountId}`)

describe('signing up', () => {
  it('keeps the language of the form, and where to continue', async () => {
    const mail = 'gerda@people.example'
    await world.signUp({ mail, locale: 'de-DE', next: '/e/tram' })
    const { body } = await confirm(await linkTo(mail))
    expect(body.next).toBe('/e/tram')
    const { rows } = await world.database.pool.query('select locale from people where mail = $1', [mail])
    expect(rows).toEqual([{ locale: 'de-DE' }])
  })

  it('leads by the link in the mail to an account that is signed in', async () => {
    const answer = await world.signUp({ mail: ' Zoe@People.example ', locale: 'de-AT' })
    expect(answer).toEqual({ status: 200, body: {} })
    const confirmed = await confirm(await linkTo('zoe@people.example'))
    expect(confirmed.body.person).toMatchObject({ role: 'traveller', name: 'Zoë Quist', homeCity: null })
    const by = await world.identityOf(confirmed.body.token)
    expect((await world.accounts.call(me, { by })).body.name).toBe('Zoë Quist')
    expect((await world.accounts.call(myProfile, { by })).body).toEqual({
      profile: { name: 'Zoë Quist', homeCity: null, locale: 'de-AT', currency: 'EUR', interests: [] },
      mail: 'zoe@people.example',
      version: 1,
    })
    expect((await world.signIn('zoe@people.example')).status).toBe(200)
  })

  it('with a domain of any letters is one account, however a browser spells the domain', async () => {
    const [typed, asked] = ['gul@münchen.example', 'gul@xn--mnchen-3ya.example'] as const
    await world.signUp({ mail: typed })
    const confirmed = await confirm(await linkTo(asked))
    expect(confirmed.body.person).toMatchObject({ role: 'traveller' })
    for (const mail of [typed, asked, ' Gul@MÜNCHEN.example', 'gul@mu\u0308nchen。example'])
      expect((await world.signIn(mail)).status).toBe(200)
    await world.signUp({ mail: asked, name: 'Mallory' })
    await until(
      () => repeatedFor(confirmed.body.person.accountId),
      (events) => events.length === 1,
    )
    await world.accounts.call(requestPasswordReset, { body: { mail: typed } })
    await world.linkTo(asked, 'password-reset-requested')
  })

  it('without following the link opens nothing', async () => {
    await world.signUp({ mail: 'waiting@people.example' })
    await linkTo('waiting@people.example')
    expect((await world.signIn('waiting@people.example')).body).toEqual({ refused: 'wrong-mail-or-password' })
  })

  it('with an address that has an account is answered the same, and only its owner is notified', async () => {
    const { mail, by } = await world.member('yara@people.example')
    expect(await world.signUp({ mail, name: 'Mallory' })).toEqual({
      status: 200,
      body: {},
    })
    await until(
      () => repeatedFor(by.sub),
      (events) => events.length === 1,
    )
    expect((await world.signIn(mail)).body.person.name).toBe('Zoë Quist')
    expect(await rowsOf(mail)).toMatchObject([{ token_hash: null, key: null }])
  })

  it('twice by one double click sends one mail, whether or not the address has an account', async () => {
    const { mail, by } = await world.member('xenia@people.example')
    for (const address of [mail, 'double@people.example']) {
      const key = randomUUID()
      await Promise.all([1, 2, 3].map(() => world.signUp({ mail: address }, { key })))
      await until(
        () => rowsOf(address),
        (rows) => rows.some(({ expires_at }) => expires_at !== null),
      )
      await world.signUp({ mail: address }, { key })
    }
    await world.signUp({ mail: 'last@people.example' })
    await linkTo('last@people.example')
    expect(await repeatedFor(by.sub)).toHaveLength(1)
    expect(await rowsOf('double@people.example')).toHaveLength(1)
  })

  it('again by the same form with another name sends no other mail, and the last name counts', async () => {
    const [key, mail] = [randomUUID(), 'second-thought@people.example']
    await world.signUp({ mail }, { key })
    const token = await linkTo(mail)
    await world.signUp({ mail, name: 'Zoë Quist-Berg' }, { key })
    expect(await rowsOf(mail)).toHaveLength(1)
    expect((await confirm(token)).body.person.name).toBe('Zoë Quist-Berg')
  })

  it('again by another form sends another mail, and each link works until one is used', async () => {
    const mail = 'not-arrived@people.example'
    await world.signUp({ mail })
    const first = await linkTo(mail)
    await world.signUp({ mail })
    const second = await linkTo(mail, 2)
    expect(second).not.toBe(first)
    expect((await confirm(second)).status).toBe(200)
    expect((await confirm(first)).body).toEqual({ refused: 'link-out-of-date' })
  })

  it('before a new version, with a password chosen then, is confirmed by the one chosen now', async () => {
    const mail = 'upgraded@people.example'
    await world.signUp({ mail })
    const token = await linkTo(mail)
    await world.database.pool.query(`update sign_ups set password_hash = 'of then' where mail = $1`, [mail])
    expect((await confirm(token)).status).toBe(200)
    expect((await world.signIn(mail)).status).toBe(200)
  })

  it('with a corrected address is another submission, although the form is the same', async () => {
    const key = randomUUID()
    await world.signUp({ mail: 'tpyo@people.example' }, { key })
    await world.signUp({ mail: 'typo@people.example' }, { key })
    expect(await linkTo('typo@people.example')).toMatch(/^[\w-]{43}$/)
  })

  it('gets its mail also when the process dies in between, and only one', async () => {
    const { pool } = world.database
    await pool.query(
      `insert into sign_ups (sign_up_id, mail, name, locale, password_hash) values ('left', 'left@people.example', 'Left', 'en', 'x')`,
    )
    const fireAgain = `insert into timers (name, due, data) values ('sign-up.left', now(), '{"correlationId":"left"}')
      on conflict (name) do update set due = now()`
    await pool.query(fireAgain)
    await linkTo('left@people.example')
    await pool.query(fireAgain)
    await until(
      async () => (await pool.query(`select from timers where name = 'sign-up.left'`)).rowCount,
      (left) => left === 0,
    )
    const events = (await world.logged('sign-up-requested')).filter(({ stream }) => stream === 'sign-up.left')
    expect(events).toHaveLength(1)
  })
})

it('a timer that fails delays no other', async () => {
  const { pool } = world.database
  await pool.query(`insert into timers (name, due, data) values ('unknown.1', '-infinity', '{}')`)
  await world.signUp({ mail: 'undelayed@people.example' })
  expect(await linkTo('undelayed@people.example')).toMatch(/^[\w-]{43}$/)
  await pool.query(`delete from timers where name = 'unknown.1'`)
})

describe('a link to sign up', () => {
  it('works once', async () => {
    await world.signUp({ mail: 'once@people.example' })
    const token = await linkTo('once@people.example')
    expect((await confirm(token)).status).toBe(200)
    expect(await confirm(token)).toEqual({ status: 409, body: { refused: 'link-out-of-date' } })
  })

  it('lets only its owner choose the password: a stranger may have signed up with the address', async () => {
    const [mail, strangers] = ['victim@people.example', 'the stranger wants this one']
    await world.accounts.send('POST', '/sign-ups', {
      body: JSON.stringify({ name: 'Mallory', mail, password: strangers, locale: 'en' }),
      headers: { 'content-type': 'application/json' },
    })
    expect((await confirm(await linkTo(mail))).status).toBe(200)
    expect((await world.signIn(mail, strangers)).body).toEqual({ refused: 'wrong-mail-or-password' })
    expect((await world.signIn(mail)).status).toBe(200)
  })

  it('tells whose it is, as long as it works', async () => {
    const mail = 'whose@people.example'
    const addressOf = async (token: string) =>
      (await world.accounts.call(findLinkAddress, { headers: { 'x-fernweh-token': token } })).body
    await world.signUp({ mail })
    const token = await linkTo(mail)
    expect(await addressOf(token)).toEqual({ mail })
    await confirm(token)
    expect(await addressOf(token)).toEqual({ refused: 'link-out-of-date' })
    await world.accounts.call(requestPasswordReset, { body: { mail } })
    expect(await addressOf(await world.linkTo(mail, 'password-reset-requested'))).toEqual({ mail })
  })

  it.each(['password2026', '1234567890', 'zoe-quist-1', 'mallory@people'])(
    'is refused with the password %s, which is too common, and stays usable',
    async (password) => {
      const mail = 'mallory@people.example'
      await world.database.pool.query('delete from sign_ups where mail = $1', [mail])
      await world.signUp({ mail })
      const token = await linkTo(mail)
      expect(await confirm(token, password)).toEqual({ status: 409, body: { refused: 'password-too-common' } })
      expect(await rowsOf(mail)).toHaveLength(1)
    },
  )

  it('followed by many at once opens only one account and one sign-in', async () => {
    await world.signUp({ mail: 'many@people.example' })
    const token = await linkTo('many@people.example')
    const answers = await Promise.all(Array.from({ length: 8 }, () => confirm(token)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)])
    const { rows } = await world.database.pool.query(
      `select count(*) as signins from sign_ins join people using (account_id) where mail = 'many@people.example'`,
    )
    expect(rows).toEqual([{ signins: 1 }])
  })

  it('counts once: of several for one address, the first that is followed opens the account', async () => {
    const mail = 'several@people.example'
    await world.signUp({ mail, name: 'First' })
    const first = await linkTo(mail)
    await world.signUp({ mail, name: 'Second' })
    const second = await linkTo(mail, 2)
    const answers = await Promise.all([confirm(first), confirm(second)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await rowsOf(mail)).toEqual([])
  })

  it('is out of date after its time', async () => {
    const mail = 'late@people.example'
    await world.signUp({ mail })
    const token = await linkTo(mail)
    await world.database.pool.query('update sign_ups set expires_at = clock_timestamp() where mail = $1', [mail])
    expect((await confirm(token)).body).toEqual({ refused: 'link-out-of-date' })
  })

  it.each(['x'.repeat(43), `${'x'.repeat(42)}-`])('that is forged, %s, leads nowhere', async (token) =>
    expect((await confirm(token)).body).toEqual({ refused: 'link-out-of-date' }),
  )

  it.each(['', 'short', `${'x'.repeat(43)}'--`, 'x'.repeat(101)])('that is no link, %j, is a 400', async (token) =>
    expect((await confirm(token)).status).toBe(400),
  )
})

describe('what somebody typed who never confirmed', () => {
  it('is deleted with its key by the timer, and sealed copies are unreadable from then on', async () => {
    const mail = 'forgotten@people.example'
    await world.signUp({ mail, name: 'Forgotten' })
    await linkTo(mail)
    const event = (await world.logged('sign-up-requested')).at(-1)
    const sealed = event?.data.name as unknown as Sealed
    expect(await world.unseal(sealed)).toBe('Forgotten')
    const [{ sign_up_id }] = await rowsOf(mail)
    const { rows } = await world.database.pool.query('select due from timers where name = $1', [
      `sign-up-end.${sign_up_id}`,
    ])
    expect(rows[0].due.toISOString()).toBe(event?.data.expiresAt)
    await world.database.pool.query('update timers set due = now() where name = $1', [`sign-up-end.${sign_up_id}`])
    await until(
      () => rowsOf(mail),
      (left) => left.length === 0,
    )
    expect(await world.unseal(sealed)).toBeNull()
  })

  it('stays readable once confirmed', async () => {
    await world.member('kept@people.example')
    const sealed = (await world.logged('sign-up-requested')).at(-1)?.data.mail as unknown as Sealed
    expect(await world.unseal(sealed)).toBe('kept@people.example')
  })
})

describe('bad input', () => {
  const post = (body: string) =>
    world.accounts.send('POST', '/sign-ups', { body, headers: { 'content-type': 'application/json' } })

  it.each([
    ['name', { name: 'Zoë\r\nBcc: everybody@people.example' }],
    ['name', { name: 'Zoë\u2028second line' }],
    ['name', { name: 'Zoë\u202eeuqinoM' }],
    ['name', { name: '\u200b\u200b' }],
    ['name', { name: '\u0000' }],
    ['name', { name: 'z'.repeat(81) }],
    ['mail', { mail: 'zoe@people.example\r\nBcc: everybody@people.example' }],
    ['mail', { mail: 'zoe@people.example, everybody@people.example' }],
    ['mail', { mail: `${'z'.repeat(255)}@people.example` }],
    ['mail', { mail: 'Zoë <zoe@people.example>' }],
    ['locale', { locale: 'en\r\nBcc: everybody@people.example' }],
  ])('in %s is a 400 that names it: %j', async (field, body) => {
    const answer = await world.signUp(body)
    expect([answer.status, answer.body.invalid[0].field]).toEqual([400, field])
  })

  it('of 10 MB is refused unread', async () => {
    const body = JSON.stringify({ name: 'z'.repeat(10_000_000), mail: 'zoe@people.example' })
    expect((await post(body)).status).toBe(413)
  })

  it.each(['too short', 'x'.repeat(201)])('as the password %s is a 400', async (password) =>
    expect((await confirm('x'.repeat(43), password)).status).toBe(400),
  )

  it('sends nothing', async () => {
    await world.signUp({ mail: 'nothing@people.example', name: '' })
    expect(await rowsOf('nothing@people.example')).toEqual([])
  })
})

it('nothing in the log reveals who somebody is, or lets anybody in', async () => {
  const { rows } = await world.database.pool.query<{ raw: string }>('select events::text as raw from events')
  const log = rows.map(({ raw }) => raw).join('\n')
  const { rows: people } = await world.database.pool.query('select mail, name, password_hash from people')
  const secrets = [
    ...people.flatMap(({ mail, name, password_hash }) => [mail, name, password_hash]),
    PASSWORD,
    'Zoë',
    'Forgotten',
    'people.example',
    'argon2',
    await linkTo('waiting@people.example'),
  ]
  for (const secret of secrets) expect(log).not.toContain(secret)
  // Negative control: an address that is not sealed is found.
  expect(`${log} zoe@people.example`).toContain('people.example')
})
