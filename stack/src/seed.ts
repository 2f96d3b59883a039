/** Fills an empty market through the same commands hosts and travellers use. Doing it twice changes nothing. */
import { createPrivateKey, type KeyObject } from 'node:crypto'
import type { Role } from '@fernweh/contracts/identity'
import { signIdentity } from '@fernweh/kit/server/identity'
import { experiences, type SeedExperience } from './seed/experiences.ts'
import { toInstant } from './seed/local-time.ts'
import { people } from './seed/people.ts'
import { reviews } from './seed/reviews.ts'

const DAYS = 30
const DAY_MS = 86_400_000

/** What is needed to act as hosts and travellers, once everything is ready. */
export interface Seeding {
  /** By process and by instance. */
  urls: Record<string, string>
  /** Base64 of PEM (PKCS #8): who seeds may act as anybody. */
  identityPrivateKey: string
}

export async function seed({ urls, identityPrivateKey }: Seeding): Promise<void> {
  const key = createPrivateKey(Buffer.from(identityPrivateKey, 'base64'))
  const send = createSend(urls, key)
  for (const person of people) await send('accounts', 'POST', '/accounts', person)
  for (const { experienceId, hostId, starts, capacity, ...content } of experiences) {
    const as = { accountId: hostId, role: 'host' as const }
    await send('catalog', 'PUT', `/experiences/${experienceId}`, content, as)
    const sessions = sessionsOf(experienceId, content.zone, starts).map((session) => ({
      ...session,
      capacity,
      price: content.price,
    }))
    await send('catalog', 'POST', `/experiences/${experienceId}/sessions`, { sessions }, as)
  }
  for (const { experienceId, authorId, ...review } of reviews) {
    const as = { accountId: authorId, role: 'traveller' as const }
    const write = () => send('reviews', 'POST', `/experiences/${experienceId}/reviews`, review, as)
    await until(`reviews hears of ${experienceId}`, async () => (await write()).refused !== 'no-such-experience')
  }
  await untilHeard(urls)
}

/** The market is open once its readers have heard of it: the last session can be held, every experience can be found. */
async function untilHeard(urls: Record<string, string>): Promise<void> {
  const { experienceId, zone, starts } = experiences.at(-1) as SeedExperience
  const last = sessionsOf(experienceId, zone, starts).at(-1)?.sessionId
  await until(
    'bookings opens the sessions',
    async () => (await fetch(`${urls['bookings-api']}/feeds/session.${last}`)).ok,
  )
  await until('search finds the experiences', async () => {
    const { total } = (await (await fetch(`${urls.search}/experiences?limit=1`)).json()) as { total: number }
    return total >= experiences.length
  })
}

function sessionsOf(experienceId: string, zone: string, starts: SeedExperience['starts']) {
  const days = Array.from({ length: DAYS }, (_, day) =>
    new Date(Date.now() + (day + 1) * DAY_MS).toISOString().slice(0, 10),
  )
  return days.flatMap((date) =>
    starts.map((time) => ({
      sessionId: `${experienceId}-${date.replaceAll('-', '')}${time.replace(':', '')}`,
      startsAt: toInstant(date, time, zone).toISOString(),
    })),
  )
}

interface Actor {
  accountId: string
  role: Role
}

function createSend(urls: Record<string, string>, key: KeyObject) {
  return async function send(
    service: string,
    method: string,
    path: string,
    body: object,
    as?: Actor,
  ): Promise<{ refused?: string }> {
    const identity = as && (await signIdentity({ sub: as.accountId, role: as.role, sid: 'seed' }, key))
    const answer = await fetch(`${urls[service]}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': `seed-${as?.accountId ?? 'people'}-${path.replaceAll('/', '-')}`.slice(0, 80),
        ...(identity && { 'x-fernweh-identity': identity }),
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
