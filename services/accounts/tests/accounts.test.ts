import { demoPeople, getHost, me } from '@fernweh/contracts/api/accounts'
import type { Envelope } from '@fernweh/contracts/envelope'
import type { Sealed } from '@fernweh/contracts/events/accounts'
import { jsonCodec } from '@fernweh/kit/server/delivery/broker'
import { until } from '@fernweh/kit/testing/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ann, createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await world.open()
  await world.open({ accountId: 'zoe', name: 'Zoe', mail: 'zoe@people.example', demo: false })
})
afterAll(() => world.close())

describe('opening an account', () => {
  it('twice changes nothing and answers the same person', async () => {
    const again = await world.open({ name: 'Somebody Else', mail: 'else@people.example' })
    expect(again).toEqual({
      status: 200,
      body: { accountId: 'ann', role: 'traveller', name: 'Ann Öberg', homeCity: 'Malmö' },
    })
    expect(await world.logged('account-opened')).toHaveLength(2)
  })

  it('by many at once opens only one', async () => {
    const bob = { accountId: 'bob', mail: 'bob@people.example' }
    const answers = await Promise.all(Array.from({ length: 12 }, () => world.open(bob)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    const { rows } = await world.database.pool.query(
      `select stream, version from events where data ->> 'accountId' = 'bob' order by stream, version`,
    )
    expect(rows).toEqual([
      { stream: 'account.bob', version: 1 },
      { stream: 'account.bob', version: 2 },
      { stream: 'profile.bob', version: 1 },
    ])
  })

  it('with somebody else’s address is a 400 that names it, in whatever letters', async () => {
    const answer = await world.open({ accountId: 'mallory', mail: ' ANN@People.example ' })
    expect([answer.status, answer.body.invalid[0].field]).toEqual([400, 'mail'])
  })

  it('shows demo people only on the start screen', async () => {
    const { body } = await world.accounts.call(demoPeople)
    expect(body.people.map(({ accountId }: { accountId: string }) => accountId)).toEqual(['ann', 'bob'])
  })

  it('tells the name of a host to everybody, and of nobody else', async () => {
    await world.open({
      accountId: 'cleo',
      mail: 'cleo@people.example',
      role: 'host',
      name: 'Cleo Baptista',
      demo: false,
    })
    const nameOf = async (accountId: string) => (await world.accounts.call(getHost, { params: { accountId } })).body
    expect(await nameOf('cleo')).toEqual({ name: 'Cleo Baptista' })
    for (const other of ['ann', 'nobody']) expect(await nameOf(other)).toMatchObject({ refused: 'no-such-host' })
  })

  it.each([
    ['accountId', { accountId: 'Ann Öberg' }],
    ['role', { role: 'queen' }],
    ['name', { name: '   ' }],
    ['name', { name: 'Ann\r\nBcc: everybody@people.example' }],
    ['mail', { mail: 'ann@people.example\r\nBcc: everybody@people.example' }],
    ['locale', { locale: 'sv\r\nBcc: everybody@people.example' }],
    ['interests.0', { interests: [7] }],
  ])('with a bad %s is a 400 that names it', async (field, person) => {
    const answer = await world.open(person as Partial<typeof ann>)
    expect([answer.status, answer.body.invalid[0].field]).toEqual([400, field])
  })
})

describe('a name and an address', () => {
  it('are nowhere in the log or on the stream, and readable with the key of their person', async () => {
    const raw = await world.database.pool.query('select data::text || meta::text as raw from events')
    const everything = raw.rows.map((row) => row.raw).join()
    expect(everything).toContain('Malmö')
    expect(everything).not.toMatch(/Öberg|people\.example/i)
    const { jsm } = world.broker
    const message = await until(
      () =>
        jsm.streams.getMessage('accounts', { last_by_subj: 'accounts.profile.ann.profile-changed' }).catch(() => null),
      Boolean,
    )
    const event = jsonCodec.decode((message as { data: Uint8Array }).data) as Envelope<{ name: Sealed }>
    expect(JSON.stringify(event)).not.toContain('Öberg')
    expect(await world.unseal(event.data.name)).toBe('Ann Öberg')
    const [confirmed] = await world.logged('mail-confirmed')
    expect(await world.unseal(confirmed?.data.mail as unknown as Sealed)).toBe('ann@people.example')
  })

  it('are unreadable once the person has left', async () => {
    await world.open({ accountId: 'gus', name: 'Gus', mail: 'gus@people.example' })
    const [changed] = (await world.logged('profile-changed')).filter(({ stream }) => stream === 'profile.gus')
    const name = changed?.data.name as unknown as Sealed
    expect(await world.unseal(name)).toBe('Gus')
    await world.database.pool.query(`delete from keys where account_id = 'gus'`)
    expect(await world.unseal(name)).toBeNull()
  })

  it('stay unread when the keys are requested with nonsense', async () => {
    const { nc } = world.broker
    const answers: unknown[] = []
    const inbox = nc.subscribe('test.keys', { callback: (_, { data }) => answers.push(jsonCodec.decode(data)) })
    for (const persons of [{ drop: 'table' }, 'ann', [7], Array(501).fill('ann'), ['nobody']])
      nc.publish('keys.accounts', jsonCodec.encode(persons), { reply: 'test.keys' })
    await until(
      () => answers,
      ({ length }) => length > 0,
    )
    expect(answers).toEqual([{}])
    inbox.unsubscribe()
  })
})

describe('the process', () => {
  const failing = async () =>
    (await world.accounts.ops('audit')).body.checks.filter(({ ok }: { ok: boolean }) => !ok).length

  it('audits its views, and notices when one was tampered with', async () => {
    const { pool } = world.database
    await pool.query(`delete from people where account_id = 'gus'`)
    expect(await failing()).toBe(1)
    await pool.query(`delete from events where stream in ('account.gus', 'profile.gus')`)
    expect(await failing()).toBe(0)
    await pool.query(`update people set role = 'moderator' where account_id = 'ann'`)
    expect(await failing()).toBe(1)
    await pool.query(`update people set role = 'traveller', mail = 'mallory@people.example' where account_id = 'ann'`)
    expect(await failing()).toBe(1)
    await pool.query(`update people set mail = 'ann@people.example' where account_id = 'ann'`)
    expect(await failing()).toBe(0)
  })

  it('audits that nothing is kept of links that are over', async () => {
    const { pool } = world.database
    await pool.query(
      `insert into password_resets (reset_id, mail, expires_at) values ('old', 'x@people.example', now() - interval '1 h')`,
    )
    expect(await failing()).toBe(1)
    await pool.query(`delete from password_resets where reset_id = 'old'`)
    expect(await failing()).toBe(0)
  })

  it('answers bad requests with what is wrong', async () => {
    const { accounts } = world
    const headers = { 'content-type': 'application/json' }
    const statusOf = async (body: string) => (await accounts.send('POST', '/demo-sign-ins', { body, headers })).status
    expect(await statusOf('{')).toBe(400)
    expect(await statusOf(`"${'x'.repeat(70_000)}"`)).toBe(413)
    expect(await statusOf('{"accountId":{"$ne":1}}')).toBe(400)
    expect((await accounts.call(me)).status).toBe(401)
    expect((await accounts.send('GET', '/me', { headers: { 'x-fernweh-identity': 'forged' } })).status).toBe(401)
    expect((await accounts.send('POST', '/ops/audit')).status).toBe(403)
    expect((await accounts.ops('relay', { paused: 'maybe' })).status).toBe(400)
    expect((await accounts.send('GET', '/nowhere')).status).toBe(404)
  })

  it('stops in order', async () => {
    expect(await world.accounts.stop()).toBe(0)
  })
})
