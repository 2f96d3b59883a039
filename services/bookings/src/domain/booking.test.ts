import { describe, expect, it } from 'vitest'
import {
  cancelled,
  confirmed,
  createGiven,
  ended,
  held,
  minutes,
  opened,
  refused,
  START,
  toCancel,
  toConfirm,
  visitEnded,
} from '../../testing/story.ts'

const given = createGiven(expect)

const late = minutes(30)

describe('a payment', () => {
  it('makes held seats a booking, at the price of the hold', () => {
    const decided = given(opened, held('ann', 2)).when(toConfirm('ann'))
    decided.leadsTo(confirmed('ann', 2))
    decided.answers({ status: 'confirmed', reference: 'FW-7K3MQ2XZ4D', price: { amount: 4500, currency: 'EUR' } })
  })
  it('makes them a booking even after their time, while the timer has not fired', () => {
    given(opened, held('ann', 2)).when(toConfirm('ann'), late).leadsTo(confirmed('ann', 2))
  })
  it.each(['hold-expired', 'hold-released'] as const)('after %s takes the seats again if they are left', (how) => {
    const before = [opened, held('ann', 2), ended(how, 'ann', 2)]
    given(...before, held('bob', 8))
      .when(toConfirm('ann'), late)
      .leadsTo(confirmed('ann', 2))
    given(...before, held('bob', 9))
      .when(toConfirm('ann'), late)
      .leadsTo(refused('ann', 2, 'session-full'))
    given(...before, held('bob', 9), confirmed('bob', 9))
      .when(toConfirm('ann'), late)
      .leadsTo(refused('ann', 2, 'session-full'))
  })
  it('is too late once the session has started, though seats are left', () => {
    given(opened, held('ann', 2), ended('hold-expired', 'ann', 2))
      .when(toConfirm('ann'), START)
      .leadsTo(refused('ann', 2, 'session-started'))
  })
  it('that is too late ends a hold that lasts, before it is refused', () => {
    const decided = given(opened, held('ann', 2)).when(toConfirm('ann'), START)
    decided.leadsTo(ended('hold-expired', 'ann', 2), refused('ann', 2, 'session-started'))
    decided.answers({ status: 'refused' })
  })
  it('that comes again changes nothing, whatever its outcome', () => {
    const booked = [opened, held('ann', 2), confirmed('ann', 2)]
    given(...booked)
      .when(toConfirm('ann'))
      .changesNothing()
    given(...booked, cancelled('ann', 2))
      .when(toConfirm('ann'))
      .changesNothing()
    given(...booked, visitEnded('ann', 2))
      .when(toConfirm('ann'), late)
      .changesNothing()
    given(opened, held('ann', 2), ended('hold-expired', 'ann', 2), refused('ann', 2, 'session-full'))
      .when(toConfirm('ann'))
      .changesNothing()
  })
  it('is not swallowed when the booking was paid for by another, or never was', () => {
    given(opened, held('ann', 2), confirmed('ann', 2)).when(toConfirm('ann', 'another')).refuses('paid-otherwise')
    given(opened, confirmed('ann', 2, null))
      .when(toConfirm('ann'))
      .refuses('paid-otherwise')
    given(opened).when(toConfirm('ann')).refuses('no-such-booking')
    given().when(toConfirm('ann')).refuses('no-such-booking')
  })
})

describe('cancelling a booking', () => {
  const booked = [opened, held('ann', 2), confirmed('ann', 2)]

  it('is possible until the session starts', () => {
    const before = new Date(START.getTime() - 1)
    given(...booked)
      .when(toCancel('ann'), before)
      .leadsTo(cancelled('ann', 2))
    given(...booked)
      .when(toCancel('ann'), before)
      .answers({ status: 'cancelled' })
    given(...booked)
      .when(toCancel('ann'), START)
      .refuses('session-started')
  })
  it('is for its traveller; others are told that there is no such booking', () => {
    given(...booked)
      .when(toCancel('bob', 'ann-hold'))
      .refuses('no-such-booking')
    given(opened).when(toCancel('ann', 'never-was')).refuses('no-such-booking')
  })
  it('is refused for what is only held, or is cancelled already', () => {
    given(opened, held('ann', 2)).when(toCancel('ann')).refuses('not-confirmed')
    given(...booked, cancelled('ann', 2))
      .when(toCancel('ann'))
      .refuses('not-confirmed')
  })
})
