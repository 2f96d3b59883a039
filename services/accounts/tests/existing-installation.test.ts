import { changeProfile, me, myProfile, mySignIns, signOut } from '@fernweh/contracts/api/accounts'
import { accountOpened, profileChanged } from '@fernweh/contracts/events/accounts'
import { readMigrations, transaction } from '@fernweh/kit/server/database/database'
import { append } from '@fernweh/kit/server/event-log/event-log'
import { newSealingKey, seal } from '@fernweh/kit/server/personal-data/sealing'
import { type ServiceProcess, startService } from '@fernweh/kit/testing/service-process'
import { createTestDatabase, type TestDatabase } from '@fernweh/kit/testing/test-database'
import { startTestNats, type TestNats } from '@fernweh/kit/testing/test-nats'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ann } from './world.ts'

const folder = new URL('..', import.meta.url)
const by = { sub: 'ann', role: 'traveller', sid: 'before' } as const

let nats: TestNats
let database: TestDatabase
let accounts: ServiceProcess

/** As the first version left it: no addresses, no passwords, two events for an account. */
beforeAll(async () => {
  nats = await startTestNats()
  const [first] = await readMigrations(new URL('migrations/', folder))
  database = await createTestDatabase(first ? [first] : [])
  const { accountId, role, name, homeCity, locale, currency, interests } = ann
  const key = newSealingKey()
  await transaction(database.pool, async (tx) => {
    await tx.query(`insert into people values ($1, $2, $3, $4, $5, $6, $7, true)`, [
      accountId,
      role,
      name,
      homeCity,
      locale,
      currency,
      interests,
    ])
    await tx.query('insert into keys values ($1, $2)', [accountId, key])
    await tx.query(`insert into sign_ins values ('before', 'ann', 'a hash', now() + interval '29 days')`)
    const profile = { accountId, name: seal(name, accountId, key), homeCity, locale, currency, interests }
    const meta = { correlationId: 'before' }
    const rest = { version: 1, schemaVersion: 1, meta }
    const signIn = { stream: 'sign-in.before', type: 'fernweh.accounts.signed-in' }
    await append(tx, [
      { stream: 'account.ann', type: accountOpened.type, data: { accountId, role }, ...rest },
      { stream: 'profile.ann', type: profileChanged.type, data: profile, ...rest },
      { ...signIn, data: { signInId: 'before', accountId }, ...rest },
    ])
  })
  accounts = await startService(folder, { DATABASE_URL: database.url, NATS_URL: nats.url })
})
afterAll(async () => {
  await accounts.kill()
  await nats.close()
  await database.drop()
})

it('people stay as they were, without an address', async () => {
  expect((await accounts.call(me, { by })).body.name).toBe('Ann Öberg')
  expect((await accounts.call(myProfile, { by })).body).toMatchObject({ mail: null, version: 1 })
})

it('a sign-in keeps the day it began', async () => {
  const [signIn] = (await accounts.call(mySignIns, { by })).body.signIns
  const daysAgo = (Date.now() - Date.parse(signIn.startedAt)) / 86_400_000
  expect(Math.round(daysAgo)).toBe(1)
})

it('their profile changes, and their sign-in ends, by the events of before', async () => {
  const { profile, version } = (await accounts.call(myProfile, { by })).body
  const body = { profile: { ...profile, homeCity: 'Lund' }, version }
  expect((await accounts.call(changeProfile, { body, by })).body).toMatchObject({ version: 2 })
  expect((await accounts.call(signOut, { params: { signInId: 'before' }, by })).status).toBe(200)
  expect((await accounts.call(mySignIns, { by })).body.signIns).toEqual([])
})

it('the log of before and after rebuilds them', async () => {
  const { checks } = (await accounts.ops('audit')).body
  expect(checks.filter(({ name, ok }: { name: string; ok: boolean }) => name.includes('rebuild') && !ok)).toEqual([])
})
