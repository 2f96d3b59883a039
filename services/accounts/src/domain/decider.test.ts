import { isRefused } from '@fernweh/contracts/api/operation'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AccountsCommand, accountsDecider, decide, streamOf } from './decider.ts'
import { type AccountsEvent, evolve, type StreamState } from './stream-state.ts'

const now = new Date('2026-03-01T10:00:00Z')
const sealed = { person: 'ann', iv: 'aXY=', data: 'c2VhbGVk' }
const profile = { name: 'Ann', homeCity: null, locale: 'sv', currency: 'SEK', interests: [] }

const commands = {
  open: { type: 'open-account', accountId: 'ann', role: 'host', mail: sealed },
  create: { type: 'create-profile', accountId: 'ann', profile: { ...profile, name: sealed } },
  change: {
    type: 'change-profile',
    accountId: 'ann',
    version: 1,
    current: profile,
    next: { ...profile, homeCity: 'Malmö' },
    name: sealed,
  },
  changePassword: { type: 'change-password', accountId: 'ann', by: 'reset' },
  requestReset: { type: 'request-password-reset', accountId: 'ann', token: sealed },
  requestSignUp: {
    type: 'request-sign-up',
    signUpId: 's1',
    signUp: { accountId: 'ann', mail: sealed, name: sealed, token: sealed, locale: 'sv' },
  },
  repeatSignUp: { type: 'repeat-sign-up', accountId: 'ann' },
  start: { type: 'start-sign-in', signInId: 'i1', accountId: 'ann' },
  end: { type: 'end-sign-in', signInId: 'i1', accountId: 'ann' },
} satisfies Record<string, AccountsCommand>

const opened: AccountsEvent = { type: 'fernweh.accounts.account-opened', data: { accountId: 'ann', role: 'host' } }
const confirmed: AccountsEvent = { type: 'fernweh.accounts.mail-confirmed', data: { accountId: 'ann', mail: sealed } }
const described: AccountsEvent = {
  type: 'fernweh.accounts.profile-changed',
  data: { ...profile, accountId: 'ann', name: sealed },
}
const signedIn: AccountsEvent = { type: 'fernweh.accounts.signed-in', data: { signInId: 'i1', accountId: 'ann' } }
const signedOut: AccountsEvent = { type: 'fernweh.accounts.signed-out', data: { signInId: 'i1', accountId: 'ann' } }

const given = (...events: AccountsEvent[]) => {
  const state = events.reduce<StreamState>(evolve, null)
  return { when: (command: AccountsCommand) => decide(command, state, now) }
}
const nothing = { events: [], answer: null }

describe('opening an account', () => {
  it('confirms its address', () =>
    expect(given().when(commands.open)).toEqual({ events: [opened, confirmed], answer: null }))

  it('again changes nothing, whatever it is opened with', () =>
    expect(given(opened, confirmed).when({ ...commands.open, role: 'moderator' })).toEqual(nothing))
})

describe('creating a profile', () => {
  it('publishes it', () => expect(given().when(commands.create)).toEqual({ events: [described], answer: null }))

  it('again changes nothing', () => expect(given(described).when(commands.create)).toEqual(nothing))

  it('gives it the version that the first change is made from', () =>
    expect(given(described).when(commands.change)).toMatchObject({ events: [{ data: { homeCity: 'Malmö' } }] }))

  it('once changed, it has the next version', () =>
    expect(given(described, described).when(commands.change)).toEqual({ refused: 'changed-elsewhere' }))
})

describe('a password', () => {
  it.each(['password', 'reset'] as const)('changed by %s is an event that says so, and nothing of it', (by) =>
    expect(given(opened).when({ ...commands.changePassword, by })).toEqual({
      events: [{ type: 'fernweh.accounts.password-changed', data: { accountId: 'ann', by } }],
      answer: null,
    }),
  )

  it('that was forgotten gets a link for half an hour', () => {
    const expiresAt = new Date('2026-03-01T10:30:00Z')
    const data = { accountId: 'ann', token: sealed, expiresAt: expiresAt.toISOString() }
    expect(given(opened).when(commands.requestReset)).toEqual({
      events: [{ type: 'fernweh.accounts.password-reset-requested', data }],
      answer: { expiresAt },
    })
  })
})

describe('a sign-up', () => {
  const expiresAt = new Date('2026-03-02T10:00:00Z')

  it('gets a link for a day', () =>
    expect(given().when(commands.requestSignUp)).toEqual({
      events: [
        {
          type: 'fernweh.accounts.sign-up-requested',
          data: { ...commands.requestSignUp.signUp, expiresAt: expiresAt.toISOString() },
        },
      ],
      answer: { expiresAt },
    }))

  it('with the address of an account repeats nothing that was typed, and is remembered as long as a link', () =>
    expect(given(opened).when(commands.repeatSignUp)).toEqual({
      events: [{ type: 'fernweh.accounts.sign-up-repeated', data: { accountId: 'ann' } }],
      answer: { expiresAt },
    }))
})

describe('a sign-in', () => {
  it('holds for thirty days', () =>
    expect(given().when(commands.start)).toEqual({
      events: [signedIn],
      answer: { expiresAt: new Date('2026-03-31T10:00:00Z') },
    }))

  it('is ended by its person, once', () => {
    expect(given(signedIn).when(commands.end)).toEqual({ events: [signedOut], answer: null })
    expect(given(signedIn, signedOut).when(commands.end)).toEqual(nothing)
  })

  it.each([
    ['somebody else’s', [signedIn]],
    ['somebody else’s that has ended', [signedIn, signedOut]],
    ['one that never was', []],
  ])('%s is refused in the same words', (_whose, events) =>
    expect(given(...events).when({ ...commands.end, accountId: 'bob' })).toEqual({ refused: 'not-your-sign-in' }),
  )

  it('ends at most once, and only for its person, whoever tries how often', () => {
    const attempts = fc.array(fc.constantFrom('ann', 'bob', 'cleo'))
    fc.assert(
      fc.property(attempts, (persons) => {
        const events: AccountsEvent[] = [signedIn]
        for (const accountId of persons) {
          const decision = given(...events).when({ ...commands.end, accountId })
          if (!isRefused(decision)) events.push(...decision.events)
        }
        expect(events).toEqual(persons.includes('ann') ? [signedIn, signedOut] : [signedIn])
      }),
    )
  })
})

describe('every command', () => {
  it.each(Object.values(commands))('$type is decided against the stream that its events belong to', (command) => {
    const before = command.type === 'change-profile' ? [described] : command.type === 'end-sign-in' ? [signedIn] : []
    const decision = given(...before).when(command)
    const types = isRefused(decision) ? [] : decision.events.map(({ type }) => type)
    const nouns = types.map((type) => accountsDecider.events.find((definition) => definition.type === type)?.noun)
    expect(new Set(nouns)).toEqual(new Set([streamOf(command).split('.')[0]]))
  })

  it('has a stream of its own thing', () =>
    expect(Object.values(commands).map(streamOf)).toEqual([
      'account.ann',
      'profile.ann',
      'profile.ann',
      'account.ann',
      'account.ann',
      'sign-up.s1',
      'account.ann',
      'sign-in.i1',
      'sign-in.i1',
    ]))

  it('decides events that their contract accepts', () => {
    for (const command of Object.values(commands)) {
      const decision = given(...(command.type === 'end-sign-in' ? [signedIn] : [])).when(command)
      for (const { type, data } of isRefused(decision) ? [] : decision.events) {
        const definition = accountsDecider.events.find((candidate) => candidate.type === type)
        expect(definition?.data.parse(data)).toEqual(data)
      }
    }
  })
})
