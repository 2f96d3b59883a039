import { HttpProblem } from '@fernweh/kit/server/http/problem'
import { hash } from '@node-rs/argon2'
import { expect, it } from 'vitest'
import { createPasswords } from './passwords.ts'

const passwords = createPasswords({ atOnce: 2, waiting: 3 })

it('a hash is Argon2id at the cost that OWASP demands, and another one each time', async () => {
  const [one, other] = [await passwords.hash('vier gelbe Enten'), await passwords.hash('vier gelbe Enten')]
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(other)
  expect(await passwords.verify(one, 'vier gelbe Enten')).toBe(true)
  expect(await passwords.verify(one, 'vier gelbe Ente')).toBe(false)
})

it('without a hash, no password is right', async () => {
  for (const password of ['', 'vier gelbe Enten']) expect(await passwords.verify(null, password)).toBe(false)
})

it.each([
  [{}, false],
  [{ memoryCost: 12_288 }, true],
  [{ timeCost: 1 }, true],
  [{ parallelism: 2 }, true],
  [{ algorithm: 1 }, true],
])('a hash made with %j is outdated: %s', async (cost, outdated) => {
  const made = await hash('vier gelbe Enten', { memoryCost: 19_456, timeCost: 2, parallelism: 1, ...cost })
  expect(passwords.isOutdated(made)).toBe(outdated)
})

it('one more than may wait is refused at once; those that wait are hashed, and so is a later one', async () => {
  const hashes = Array.from({ length: 8 }, () => passwords.hash('vier gelbe Enten'))
  const settled = await Promise.allSettled(hashes)
  const refused = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  expect(settled.map(({ status }) => status)).toEqual([...Array(5).fill('fulfilled'), ...Array(3).fill('rejected')])
  for (const reason of refused) {
    expect(reason).toBeInstanceOf(HttpProblem)
    expect((reason as HttpProblem).status).toBe(503)
  }
  expect(await passwords.hash('vier gelbe Enten')).toContain('argon2id')
})

it('what is no hash fails alone, without using up a place', async () => {
  await expect(passwords.verify('nonsense', 'x')).rejects.toThrow()
  await expect(passwords.verify('nonsense', 'x')).rejects.toThrow()
  await expect(passwords.verify('nonsense', 'x')).rejects.toThrow()
  expect(await passwords.hash('vier gelbe Enten')).toContain('argon2id')
})
