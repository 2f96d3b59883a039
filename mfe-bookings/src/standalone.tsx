import type { Hold, SessionSeats } from '@fernweh/contracts/feeds/bookings'
import type { MyHoldsData, SessionsData } from '@fernweh/contracts/parts/bookings'
import { standalone } from '@fernweh/kit/browser/standalone'
import { mount as mountMyHolds } from './exposes/MyHolds.ts'
import { mount as mountSessions } from './exposes/Sessions.ts'

const experienceId = 'lisbon-tram'
const zone = 'Europe/Lisbon'
const price = { amount: 3200, currency: 'EUR' }

const sessions = [0, 2, 5, 9, 12, 12, 12, 12].map((seatsLeft, at) => {
  const startsAt = `2030-03-1${at}T18:30:00Z`
  const data: SessionSeats = { sessionId: `tram-${at}`, experienceId, startsAt, zone, capacity: 12, seatsLeft, price }
  return { feed: `session.tram-${at}`, version: 1, data }
})

function hold(status: Hold['status'], seats: number): Hold {
  const expiresAt = new Date(Date.now() + 600_000).toISOString()
  const startsAt = '2030-03-12T18:30:00Z'
  return {
    holdId: `${status}-${seats}`,
    sessionId: 'tram-2',
    experienceId,
    seats,
    startsAt,
    zone,
    price,
    expiresAt,
    status,
    title: 'The last wooden trams',
  }
}

const holds = [hold('held', 2), hold('expired', 3), hold('released', 1)]
const mine = { feed: 'traveller.ann', version: 1, data: { travellerId: 'ann', holds } }
const sessionsData: SessionsData = { page: '/e/lisbon-tram', experienceId, sessions, mine }
const holdsData: MyHoldsData = { page: '/holds', holds: mine }

await standalone({
  team: 'bookings',
  user: { id: 'ann', role: 'traveller' },
  parts: {
    Sessions: { mount: mountSessions, data: sessionsData, url: '/e/lisbon-tram', params: { id: experienceId } },
    MyHolds: { mount: mountMyHolds, data: holdsData, url: '/holds' },
  },
  answers: {
    'POST /holds': ({ body }) => ({ hold: { ...hold('held', (body as { seats: number }).seats), holdId: 'new' } }),
    'DELETE /holds/:holdId': () => ({ hold: hold('released', 2) }),
  },
})
