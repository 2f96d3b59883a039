import { describe, expect, it } from 'vitest'
import {
  cancelled,
  confirmed,
  createGiven,
  END,
  held,
  minutes,
  opened,
  START,
  toEndVisits,
  toImport,
  visitEnded,
} from '../../testing/story.ts'

const given = createGiven(expect)

const booked = [opened, held('ann', 2), confirmed('ann', 2), held('bob', 3), confirmed('bob', 3), held('cem', 1)]
const early = new Date(END.getTime() - 1)

describe('a visit ends', () => {
  it('with its session, for everybody who booked', () => {
    given(...booked)
      .when(toEndVisits, END)
      .leadsTo(visitEnded('ann', 2), visitEnded('bob', 3))
    given(...booked)
      .when(toEndVisits, early)
      .refuses('session-not-over')
  })
  it('once, however often the timer fires', () => {
    given(...booked, visitEnded('ann', 2))
      .when(toEndVisits, END)
      .leadsTo(visitEnded('bob', 3))
    given(...booked, visitEnded('ann', 2), visitEnded('bob', 3))
      .when(toEndVisits, END)
      .changesNothing()
  })
  it('not for who cancelled', () => {
    given(...booked, cancelled('ann', 2))
      .when(toEndVisits, END)
      .leadsTo(visitEnded('bob', 3))
  })
  it('sooner where a session counts as over sooner, never later', () => {
    const soon = new Date(START.getTime() + 5_000)
    given(...booked)
      .when(toEndVisits, soon, 5)
      .leadsTo(visitEnded('ann', 2), visitEnded('bob', 3))
    given(...booked)
      .when(toEndVisits, soon, 6)
      .refuses('session-not-over')
    given(...booked)
      .when(toEndVisits, END, 86_400)
      .leadsTo(visitEnded('ann', 2), visitEnded('bob', 3))
  })
  it('in no session that never was', () => {
    given().when(toEndVisits, END).refuses('no-such-session')
  })
})

describe('importing a booking', () => {
  const at = END.toISOString()
  const imported = [
    { ...confirmed('dot', 2, null), at },
    { ...visitEnded('dot', 2), at },
  ]

  it('of a session that is over has no payment, and its visit ended with the session; told once', () => {
    const decided = given(opened).when(toImport('dot', 2), minutes(1_000_000))
    decided.leadsTo(...imported)
    decided.answers({ status: 'confirmed', visited: true, expiresAt: START.toISOString() })
    given(opened, ...imported)
      .when(toImport('dot', 2), END)
      .changesNothing()
  })
  it('of a session to come, or under way, takes its seats; the visit ends with the others', () => {
    for (const now of [minutes(0), early]) {
      given(opened)
        .when(toImport('dot', 2), now)
        .leadsTo(confirmed('dot', 2, null))
    }
    given(opened, confirmed('dot', 2, null))
      .when(toEndVisits, END)
      .leadsTo(visitEnded('dot', 2))
    given().when(toImport('dot', 2), END).refuses('no-such-session')
  })
  it('neither takes seats that others have, nor the id of another booking', () => {
    given(...booked)
      .when(toImport('dot', 5), END)
      .refuses('session-full')
    given(...booked)
      .when(toImport('ann', 2), END)
      .refuses('booking-exists')
    given(opened, ...imported)
      .when(toImport('dot', 3), minutes(1_000_000))
      .refuses('booking-exists')
  })
})
