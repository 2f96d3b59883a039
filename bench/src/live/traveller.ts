/** A traveller who holds, releases and pays by calling the services. */
import { createPrivateKey, randomUUID } from 'node:crypto'
import { listSessions } from '@fernweh/contracts/api/bookings'
import { IDENTITY_HEADER, signIdentity } from '@fernweh/kit/server/http/identity'
import type { Stack } from '@fernweh/stack/topology/start-stack'
import { firstExperience } from '../browser/first-experience.ts'

export async function createTraveller({ urls, identityPrivateKey }: Stack, sub: string) {
  const key = createPrivateKey(Buffer.from(identityPrivateKey, 'base64').toString())
  const identity = await signIdentity({ sub, role: 'traveller', sid: 'bench' }, key)

  async function post<Answer>(url: string, body: object = {}): Promise<Answer> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), [IDENTITY_HEADER]: identity }
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as Answer
  }

  return {
    /** Holds one seat and returns the booking's id. */
    async hold(sessionId: string): Promise<string> {
      const url = `${urls['bookings-api']}/holds`
      const { booking } = await post<{ booking: { bookingId: string } }>(url, { sessionId, seats: 1 })
      return booking.bookingId
    },
    async release(bookingId: string): Promise<void> {
      await post(`${urls['bookings-api']}/bookings/${bookingId}/release`)
    },
    /** Returns the address of the provider's page. */
    async pay(bookingId: string): Promise<string> {
      const { payment } = await post<{ payment: { data: { url: string | null } } }>(
        `${urls.payments}/bookings/${bookingId}/pay`,
      )
      if (!payment.data.url) throw new Error(`no checkout for ${bookingId} in time`)
      return payment.data.url
    },
  }
}

/** The page of the first experience that the home page lists, and its sessions with free seats. */
export async function firstSessions({ url, urls }: Stack): Promise<{ path: string; sessionIds: string[] }> {
  const path = await firstExperience(url)
  const answer = await fetch(`${urls['bookings-api']}/sessions?experience=${path.replace('/e/', '')}`)
  const { sessions } = listSessions.answer.parse(await answer.json())
  const free = sessions.filter(({ data }) => data.seatsLeft > 1)
  if (free.length === 0) throw new Error(`${path} has no free session`)
  return { path, sessionIds: free.map(({ data }) => data.sessionId) }
}
