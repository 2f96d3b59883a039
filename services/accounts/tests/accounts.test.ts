import { demoPeople, me, openAccount, signInAsDemo, signInByToken, signOut } from '@fernweh/contracts/api/accounts'
import type { BodyOf } from '@fernweh/contracts/api/operation'
import type { Envelope } from '@fernweh/contracts/envelope'
import type { Sealed } from '@fernweh/contracts/events/accounts'
import { type Broker, json } from '@fernweh/kit/server/broker'
import { readMigrations } from '@fernweh/kit/server/database'
import { createKeyring } from '@fernweh/kit/server/sealing'
import { type ServiceProcess, startService } from '@fernweh/kit/server/testing/service-process'
import { createTestDatabase, type TestDatabase } from '@fernweh/kit/server/testing/test-database'
import { startTestNats, type TestNats } from '@fernweh/kit/server/testing/test-nats'
import { until } from '@fernweh/kit/server/testing/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const folder = new URL('..', import.meta.url)
const ann: BodyOf<typeof openAccount> = {
  accountId: 'ann',
  role: 'traveller',
  name: 'Ann Öberg',
  mail: 'ann@people.example',
  homeCity: 'Malmö',
  locale: 'sv',
  currency: 'SEK',
  interests: ['tea'],
  demo: true,
}
const mallory = { sub: 'mallory', role: 'traveller', sid: 'not-anns' } as const

let nats: TestNats
let broker: Broker
let database: TestDatabase
let accounts: ServiceProcess

beforeAll(async () => {
  nats = await startTestNats()
  broker = await nats.connect()
  database = await createTestDatabase(await readMigrations(new URL('migrations/', folder)))
  accounts = await startService(folder, { DATABASE_URL: database.url, NATS_URL: nats.url })
  await accounts.ask(openAccount, { body: ann })
  await accounts.ask(openAccount, { body: { ...ann, accountId: 'zoe', name: 'Zoe', demo: false } })
})
afterAll(async () => {
  await accounts.kill()
  await nats.close()
  await database.drop()
})

const byToken = (token: string) => accounts.ask(signInByToken, { headers: { 'x-fernweh-token': token } })

async function signInAnn() {
  const { body } = await accounts.ask(signInAsDemo, { body: { accountId: 'ann' } })
  const { sub, role, sid } = (await byToken(body.token)).body.identity
  return { token: body.token as string, by: { sub, role, sid } }
}

const logged = async (type: string) => {
  const text = 'select stream, version, data from events where type = $1 order by position'
  return (await database.pool.query(text, [`fernweh.accounts.${type}`])).rows
}

describe('opening an account', () => {
  it('twice changes nothing and answers the same person', async () => {
    const again = await accounts.ask(openAccount, { body: { ...ann, name: 'Somebody Else' } })
    expect(again).toEqual({
      status: 200,
      body: { accountId: 'ann', role: 'traveller', name: 'Ann Öberg', homeCity: 'Malmö' },
    })
    expect(await logged('account-opened')).toHaveLength(2)
  })

  it('by many at once opens one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => accounts.ask(openAccount, { body: { ...ann, accountId: 'bob' } })),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    const { rows } = await database.pool.query(
      `select stream, version from events where data ->> 'accountId' = 'bob' order by stream`,
    )
    expect(rows).toEqual([
      { stream: 'account.bob', version: 1 },
      { stream: 'profile.bob', version: 1 },
    ])
  })

  it('shows demo people only on the start screen', async () => {
    const { body } = await accounts.ask(demoPeople)
    expect(body.people.map(({ accountId }: { accountId: string }) => accountId)).toEqual(['ann', 'bob'])
  })

  it.each([
    ['accountId', { ...ann, accountId: 'Ann Öberg' }],
    ['role', { ...ann, role: 'queen' }],
    ['name', { ...ann, name: '   ' }],
    ['interests.0', { ...ann, interests: [7] }],
  ])('with a bad %s is a 400 that names it', async (field, body) => {
    const answer = await accounts.ask(openAccount, { body: body as typeof ann })
    expect([answer.status, answer.body.invalid[0].field]).toEqual([400, field])
  })
})

describe('a name', () => {
  it('is nowhere in the log or on the stream, and readable with the key of its person', async () => {
    const raw = await database.pool.query('select data::text || meta::text as raw from events')
    const everything = raw.rows.map((row) => row.raw).join()
    expect(everything).toContain('Malmö')
    expect(everything).not.toContain('Öberg')
    const message = await until(
      () =>
        broker.jsm.streams
          .getMessage('accounts', { last_by_subj: 'accounts.profile.ann.profile-changed' })
          .catch(() => null),
      Boolean,
    )
    const event = json.decode((message as { data: Uint8Array }).data) as Envelope<{ name: Sealed }>
    expect(JSON.stringify(event)).not.toContain('Öberg')
    const keyring = createKeyring({ broker, subject: 'keys.accounts' })
    expect(await keyring.unseal([event.data.name])).toEqual(['Ann Öberg'])
  })

  it('is unreadable once the person has left', async () => {
    await accounts.ask(openAccount, { body: { ...ann, accountId: 'gus', name: 'Gus' } })
    const [{ data }] = (await logged('profile-changed')).filter(({ stream }) => stream === 'profile.gus')
    expect(await createKeyring({ broker, subject: 'keys.accounts' }).unseal([data.name])).toEqual(['Gus'])
    await database.pool.query(`delete from keys where account_id = 'gus'`)
    expect(await createKeyring({ broker, subject: 'keys.accounts' }).unseal([data.name])).toEqual([null])
  })

  it('stays unread when the keys are asked for with nonsense', async () => {
    const ask = (data: unknown) => broker.nc.request('keys.accounts', json.encode(data), { timeout: 300 })
    await expect(ask({ drop: 'table' })).rejects.toThrow(/TIMEOUT/)
    expect(json.decode((await ask(['nobody'])).data)).toEqual({})
  })
})

describe('signing in', () => {
  it('as a demo person gives a token that stands for that person', async () => {
    const { by } = await signInAnn()
    expect(by).toMatchObject({ sub: 'ann', role: 'traveller' })
    expect((await accounts.ask(me, { by })).body.name).toBe('Ann Öberg')
  })

  it.each(['zoe', 'nobody'])('as %s, who is not on the start screen, is refused', async (accountId) => {
    expect(await accounts.ask(signInAsDemo, { body: { accountId } })).toEqual({
      status: 409,
      body: { refused: 'no-such-person' },
    })
  })

  it('keeps only a hash of the token', async () => {
    const { token } = await signInAnn()
    const { rows } = await database.pool.query('select sign_ins::text as row from sign_ins')
    const bytes = Buffer.from(token, 'base64url').toString('hex')
    expect(rows.some(({ row }) => row.includes(token) || row.includes(bytes))).toBe(false)
  })

  it.each(['', 'x', 'a'.repeat(43), 'ﷺ'])('refuses the forged token %j', async (token) => {
    const answer = await byToken(encodeURIComponent(token))
    expect(answer).toEqual({ status: 409, body: { refused: 'signed-out' } })
  })

  it('ends after its time, by the clock of the database', async () => {
    const { token, by } = await signInAnn()
    await database.pool.query('update sign_ins set expires_at = clock_timestamp() where sign_in_id = $1', [by.sid])
    expect((await byToken(token)).body).toEqual({ refused: 'signed-out' })
    await database.pool.query(
      `update sign_ins set expires_at = clock_timestamp() + interval '1 s' where sign_in_id = $1`,
      [by.sid],
    )
    expect((await byToken(token)).status).toBe(200)
  })
})

describe('signing out', () => {
  it('ends the sign-in, and the stream says so at once', async () => {
    const { token, by } = await signInAnn()
    const heard: string[] = []
    broker.nc.subscribe('accounts.sign-in.*.signed-out', { callback: (_, { subject }) => heard.push(subject) })
    await broker.nc.flush()
    const started = performance.now()
    expect(await accounts.ask(signOut, { params: { signInId: by.sid }, by })).toEqual({ status: 200, body: {} })
    await until(
      () => heard,
      (subjects) => subjects.includes(`accounts.sign-in.${by.sid}.signed-out`),
    )
    expect(performance.now() - started).toBeLessThan(1000)
    expect((await byToken(token)).body).toEqual({ refused: 'signed-out' })
  })

  it('twice is one event', async () => {
    const { by } = await signInAnn()
    const twice = await Promise.all([1, 2].map(() => accounts.ask(signOut, { params: { signInId: by.sid }, by })))
    expect(twice.map(({ status }) => status)).toEqual([200, 200])
    expect((await logged('signed-out')).filter(({ stream }) => stream === `sign-in.${by.sid}`)).toHaveLength(1)
  })

  it('somebody else is forbidden, and nobody is asked to sign in', async () => {
    const { token, by } = await signInAnn()
    expect((await accounts.ask(signOut, { params: { signInId: by.sid }, by: mallory })).status).toBe(403)
    expect((await accounts.ask(signOut, { params: { signInId: by.sid } })).status).toBe(401)
    expect((await byToken(token)).status).toBe(200)
  })
})

describe('the process', () => {
  it('audits its views, and notices when one was tampered with', async () => {
    const failing = async () => (await accounts.ops('audit')).body.checks.filter(({ ok }: { ok: boolean }) => !ok)
    await database.pool.query(`delete from people where account_id = 'gus'`)
    expect(await failing()).toHaveLength(1)
    await accounts.ask(openAccount, { body: { ...ann, accountId: 'gus2' } })
    await database.pool.query(`delete from events where stream in ('account.gus', 'profile.gus')`)
    expect(await failing()).toEqual([])
    await database.pool.query(`update people set role = 'moderator' where account_id = 'ann'`)
    expect(await failing()).toHaveLength(1)
    await database.pool.query(`update people set role = 'traveller' where account_id = 'ann'`)
  })

  it('answers bad requests with what is wrong', async () => {
    const text = { 'content-type': 'application/json' }
    expect((await accounts.send('POST', '/sign-ins', { body: '{', headers: text })).status).toBe(400)
    expect((await accounts.send('POST', '/sign-ins', { body: `"${'x'.repeat(70_000)}"`, headers: text })).status).toBe(
      413,
    )
    expect((await accounts.send('POST', '/sign-ins', { body: '{"accountId":{"$ne":1}}', headers: text })).status).toBe(
      400,
    )
    expect((await accounts.send('GET', '/me')).status).toBe(401)
    expect((await accounts.send('GET', '/me', { headers: { 'x-fernweh-identity': 'forged' } })).status).toBe(401)
    expect((await accounts.send('POST', '/ops/audit')).status).toBe(403)
    expect((await accounts.ops('relay', { paused: 'maybe' })).status).toBe(400)
    expect((await accounts.send('GET', '/nowhere')).status).toBe(404)
  })

  it('stops in order when asked to', async () => {
    expect(await accounts.stop()).toBe(0)
  })
})
