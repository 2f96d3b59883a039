import { expect, it } from 'vitest'
import { hashToken, newId, newToken, toSubmission } from './tokens.ts'

it('a token has 256 bits, each time others, and can be part of a link', () => {
  const tokens = Array.from({ length: 200 }, newToken)
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/)
  expect(new Set(tokens).size).toBe(tokens.length)
})

it('a hash of a token is always the same, and not the token', () => {
  const token = newToken()
  expect(hashToken(token)).toEqual(hashToken(token))
  expect(hashToken(token)).not.toEqual(hashToken(newToken()))
  expect(hashToken(token).toString('base64url')).not.toBe(token)
})

it('an id has 128 bits, each time others', () => {
  expect(newId()).toMatch(/^[\da-f]{32}$/)
  expect(newId()).not.toBe(newId())
})

it('one form with one address is one submission', () => {
  const submission = toSubmission('key-of-the-form', 'ann@people.example')
  expect(toSubmission('key-of-the-form', 'ann@people.example')).toBe(submission)
  expect(toSubmission('key-of-the-form', 'anne@people.example')).not.toBe(submission)
  expect(toSubmission('key-of-another-form', 'ann@people.example')).not.toBe(submission)
})

it('a submission does not reveal the address', () =>
  expect(toSubmission('key-of-the-form', 'ann@people.example')).toMatch(/^[\da-f]{64}$/))

it('without a key, no two are the same submission', () =>
  expect(toSubmission(undefined, 'a@people.example')).toBeNull())
