import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKeys, startTestProcess, type TestProcess } from '../../testing/process.ts'
import { IDENTITY_HEADER, requireIdentity, signIdentity, signInIdOf, verifyIdentity } from './identity.ts'

const gateway = createKeys()
const stranger = createKeys()
const ann = { sub: 'ann', role: 'traveller', sid: 's1' } as const

function claim(claims: object, expires: string | number = '5m', algorithm = 'EdDSA') {
  const token = new SignJWT({ ...claims }).setProtectedHeader({ alg: algorithm }).setExpirationTime(expires)
  return token.sign(algorithm === 'EdDSA' ? gateway.privateKey : new TextEncoder().encode('x'.repeat(32)))
}

describe('a signed identity', () => {
  it('says who asks, and can be passed on', async () => {
    const token = await signIdentity(ann, gateway.privateKey)
    expect(await verifyIdentity(token, gateway.publicKey)).toEqual({ ...ann, token })
  })

  it.each([
    ['forged with another key', () => signIdentity(ann, stranger.privateKey)],
    ['expired', () => claim(ann, Math.floor(Date.now() / 1000) - 1)],
    ['without an end', () => new SignJWT(ann).setProtectedHeader({ alg: 'EdDSA' }).sign(gateway.privateKey)],
    ['of a role nobody has', () => claim({ ...ann, role: 'emperor' })],
    ['signed with another algorithm', () => claim(ann, '5m', 'HS256')],
    [
      'altered',
      async () => (await claim(ann)).replace(/\.[^.]+\./, `.${btoa(JSON.stringify({ ...ann, sub: 'bob' }))}.`),
    ],
    ['noise', async () => 'noise'],
  ])('is nobody when %s', async (_, make) => {
    expect(await verifyIdentity(await make(), gateway.publicKey)).toBeNull()
  })
})

describe('a process behind the gateway', () => {
  let shop: TestProcess
  beforeAll(async () => {
    shop = await startTestProcess(
      (app) => app.get('/mine', (request, response) => void response.json({ of: requireIdentity(request).sub })),
      {
        identityKey: gateway.publicKey,
      },
    )
  })
  afterAll(() => shop.context.stop())

  const call = async (headers: Record<string, string>) => {
    const response = await fetch(`${shop.url}/mine`, { headers })
    return [response.status, await response.json()]
  }

  it('knows who asks', async () => {
    expect(await call({ [IDENTITY_HEADER]: await signIdentity(ann, gateway.privateKey) })).toEqual([200, { of: 'ann' }])
  })

  it('refuses nobody and impostors alike', async () => {
    const refused = [401, { refused: 'sign-in-needed' }]
    expect(await call({})).toEqual(refused)
    expect(await call({ [IDENTITY_HEADER]: await signIdentity(ann, stranger.privateKey) })).toEqual(refused)
  })

  it('would believe an impostor if it trusted the impostor’s key (negative control)', async () => {
    const token = await signIdentity(ann, stranger.privateKey)
    expect(await verifyIdentity(token, stranger.publicKey)).toMatchObject({ sub: 'ann' })
  })
})

it('reads the sign-in from the subject of its end', () => {
  expect(signInIdOf('accounts.sign-in.s1.signed-out')).toBe('s1')
})
