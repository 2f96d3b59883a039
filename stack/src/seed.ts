/** Fills an empty market through the same commands hosts, travellers and operators use. Doing it twice changes nothing. */
import { createPrivateKey, type KeyObject } from 'node:crypto'
import type { Role } from '@fernweh/contracts/identity'
import { signIdentity } from '@fernweh/kit/server/identity'
import { experiences, type SeedExperience } from './seed/experiences.ts'
import { people } from './seed/people.ts'
import { reviews, type SeedReview } from './seed/reviews.ts'
import { sessionsOf, visitedSession, visitedSessionId } from './seed/sessions.ts'

/** What is needed to act as hosts, travellers and operators, once everything is ready. */
export interface Seeding {
  /** By process and by instance. */
  urls: Record<string, string>
  /** Base64 of PEM (PKCS #8): who seeds may act as anybody. */
  identityPrivateKey: string
  opsToken: string
}

export async function seed({ urls, identityPrivateKey, opsToken }: Seeding): Promise<void> {
  const key = createPrivateKey(Buffer.from(identityPrivateKey, 'base64'))
  const send = createSend({ urls, key, opsToken })
  await Promise.all([
    ...people.map((person) => send('accounts', 'POST', '/accounts', person)),
    ...experiences.map((experience, nth) => offer(send, experience, nth)),
  ])
  await Promise.all(reviews.map((review) => visitAndReview(send, review)))
  await untilHeard(urls)
}

async function offer(send: Send, experience: SeedExperience, nth: number): Promise<void> {
  const { experienceId, hostId, starts: _, capacity, ...content } = experience
  const as = { accountId: hostId, role: 'host' as const }
  const sessions = [visitedSession(experience, nth), ...sessionsOf(experience)].map((session) => ({
    ...session,
    capacity,
    price: content.price,
  }))
  await send('catalog', 'PUT', `/experiences/${experienceId}`, content, as)
  await send('catalog', 'POST', `/experiences/${experienceId}/sessions`, { sessions }, as)
}

/** Only who was there may write: the visit is imported, as an operator does who comes from another system. */
async function visitAndReview(send: Send, { experienceId, authorId, ...review }: SeedReview): Promise<void> {
  const sessionId = visitedSessionId(experienceId)
  const bookingId = `visit-${experienceId}-${authorId}`
  const visit = { sessionId, bookingId, travellerId: authorId, seats: 2 }
  const imported = () => send('bookings-processor', 'POST', '/ops/bookings', { bookings: [visit] }, 'operator')
  await until(`bookings imports ${bookingId}`, async () => (await imported()).bookings === 1)
  const as = { accountId: authorId, role: 'traveller' as const }
  const write = () => send('reviews', 'POST', `/bookings/${bookingId}/review`, review, as)
  await until(`reviews hears of ${bookingId}`, async () => (await write()).refused !== 'no-such-visit')
}

/** The market is open once its readers have heard of it: the last session can be held, every experience can be found. */
async function untilHeard(urls: Record<string, string>): Promise<void> {
  const last = sessionsOf(experiences.at(-1) as SeedExperience).at(-1)?.sessionId
  await until(
    'bookings opens the sessions',
    async () => (await fetch(`${urls['bookings-api']}/feeds/session.${last}`)).ok,
  )
  await until('search finds the experiences', async () => {
    const { total } = (await (await fetch(`${urls.search}/experiences?limit=1`)).json()) as { total: number }
    return total >= experiences.length
  })
}

interface Actor {
  accountId: string
  role: Role
}

type Send = (
  service: string,
  method: string,
  path: string,
  body: object,
  as?: Actor | 'operator',
) => Promise<{ refused?: string; bookings?: number }>

function createSend({ urls, key, opsToken }: { urls: Record<string, string>; key: KeyObject; opsToken: string }): Send {
  async function headersOf(as: Actor | 'operator' | undefined): Promise<Record<string, string>> {
    if (as === undefined) return {}
    if (as === 'operator') return { authorization: `Bearer ${opsToken}` }
    const identity = await signIdentity({ sub: as.accountId, role: as.role, sid: 'seed' }, key)
    return { 'x-fernweh-identity': identity }
  }

  return async function send(service, method, path, body, as) {
    const who = typeof as === 'object' ? as.accountId : 'people'
    const answer = await fetch(`${urls[service]}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': `seed-${who}-${path.replaceAll('/', '-')}`.slice(0, 80),
        ...(await headersOf(as)),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    })
    const said = (await answer.json()) as { refused?: string }
    if (!answer.ok && !said.refused)
      throw new Error(`${service} answered ${answer.status} to ${method} ${path}: ${JSON.stringify(said)}`)
    return said
  }
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within 30 s: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
