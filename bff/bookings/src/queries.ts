import { listSessions, myHolds } from '@fernweh/contracts/api/bookings'
import { id } from '@fernweh/contracts/envelope'
import type { MyHoldsData, SessionsData } from '@fernweh/contracts/parts/bookings'
import type { Caller } from '@fernweh/kit/server/identity'
import { type PartAsked, type PartQueries, pageOf } from '@fernweh/kit/server/parts'
import { notFound } from '@fernweh/kit/server/problem'
import { call, type Upstream } from '@fernweh/kit/server/upstream'

export function createQueries(bookings: Upstream): PartQueries {
  async function holdsOf(identity: Caller | null) {
    return identity && (await call(bookings, myHolds, { identity })).holds
  }

  return {
    async Sessions({ url, params, identity }: PartAsked) {
      const experienceId = id.safeParse(params.id)
      if (!experienceId.success) throw notFound()
      const [{ sessions }, mine] = await Promise.all([
        call(bookings, listSessions, { query: { experience: experienceId.data } }),
        holdsOf(identity),
      ])
      const data: SessionsData = { page: pageOf(url), experienceId: experienceId.data, sessions, mine }
      return { title: 'Sessions', data }
    },

    async MyHolds({ url, identity }: PartAsked) {
      const data: MyHoldsData = { page: pageOf(url), holds: await holdsOf(identity) }
      return { title: 'My holds · Fernweh', data }
    },
  }
}
