import { expect, test } from 'vitest'
import { dayToShow, limitDays } from './limit-days.ts'

/** Three sessions a day on four days. */
const days = ['2030-03-14', '2030-03-16', '2030-03-17', '2030-03-20'].map((day) => ({ day, sessions: 3 }))
const sessions = days.flatMap(({ day }, at) =>
  [0, 1, 2].map((nth) => ({
    feed: `session.s${at * 3 + nth}`,
    version: 1,
    data: {
      sessionId: `s${at * 3 + nth}`,
      experienceId: 'tram',
      startsAt: `${day}T1${nth}:00:00Z`,
      zone: 'Europe/Lisbon',
      capacity: 6,
      seatsLeft: 6,
      price: { amount: 3200, currency: 'EUR' },
    },
  })),
)
const list = { sessions, days, city: 'Lisbon' }
const idsOf = ({ sessions }: Pick<typeof list, 'sessions'>) => sessions.map(({ data }) => data.sessionId)

test('lists whole days until there are two sessions or more', () => {
  expect(idsOf(limitDays(list))).toEqual(['s0', 's1', 's2'])
  const single = {
    ...list,
    sessions: sessions.filter((_, at) => at % 3 === 0),
    days: days.map(({ day }) => ({ day, sessions: 1 })),
  }
  expect(idsOf(limitDays(single))).toEqual(['s0', 's3'])
})

test('lists the days from the given one on, wherever the given sessions begin', () => {
  expect(idsOf(limitDays(list, '2030-03-17'))).toEqual(['s6', 's7', 's8'])
  const later = { ...list, sessions: sessions.slice(6) }
  expect(limitDays(later, '2030-03-17')).toEqual(limitDays(list, '2030-03-17'))
})

test('a chosen session that is not among the soonest ones is listed with its day', () => {
  expect(['s3', 's6', 's9', 's11'].map((id) => dayToShow(list, id))).toEqual([
    '2030-03-16',
    '2030-03-17',
    '2030-03-20',
    '2030-03-20',
  ])
})

test('one of the soonest, an unknown one and none change nothing', () => {
  expect(['s0', 's2', 's99', null].map((id) => dayToShow(list, id))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
