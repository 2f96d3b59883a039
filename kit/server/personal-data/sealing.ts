/**
 * Personal data outside its owner is sealed under its person's key: AES-256-GCM (NIST SP 800-38D) with a fresh 96-bit iv, and
 * the person as additional data so that a seal cannot be moved. Once the owner has deleted the key, no copy is readable.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Registry } from 'prom-client'
import { z } from 'zod'
import { type Broker, jsonCodec } from '../delivery/broker.ts'
import { type MessageReader, request, subscribe } from '../delivery/messages.ts'
import { cacheCounter } from '../process/metrics.ts'

export interface SealedText {
  person: string
  iv: string
  /** Base64 of the encrypted text followed by the tag; `iv` is base64 too. */
  data: string
}

const ALGORITHM = 'aes-256-gcm'
const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16

export const newSealingKey = (): Buffer => randomBytes(KEY_BYTES)

export function seal(text: string, person: string, key: Buffer): SealedText {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(person))
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return { person, iv: iv.toString('base64'), data: data.toString('base64') }
}

/** Throws when the data was changed, or sealed for another person or under another key. */
export function unseal({ person, iv, data }: SealedText, key: Buffer): string {
  const bytes = Buffer.from(data, 'base64')
  const decipher = createDecipheriv(ALGORITHM, key, Buffer.from(iv, 'base64'), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(person)).setAuthTag(bytes.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8')
}

const MAX_PER_REQUEST = 500
const ANSWER_TIMEOUT_MS = 500
/** How long an owner that did not answer is not asked again, so that not every read of names waits. */
const AWAY_MS = 2_000
const keysSchema = z.record(z.string(), z.string())
const personsSchema = z.array(z.string()).max(MAX_PER_REQUEST)

/** Answers requests on `subject` with the keys that exist; any instance of the owner may answer. */
export function serveKeys(
  { broker, subject, ...reader }: Omit<MessageReader, 'reader'> & { broker: Pick<Broker, 'nc'>; subject: string },
  find: (persons: string[]) => Promise<Map<string, Buffer>>,
): void {
  subscribe(
    { broker, subject, schema: personsSchema, queue: 'keys', reader: subject, ...reader },
    async (persons, message) => {
      const keys = [...(await find(persons))].map(([person, key]) => [person, key.toString('base64')] as const)
      message.respond(jsonCodec.encode(Object.fromEntries(keys)))
    },
  )
}

export interface Keyring {
  /** Null where the person has left, or where no key is available yet. */
  unseal(sealed: readonly SealedText[]): Promise<(string | null)[]>
  /** Null only where the key is deleted; throws while the owner of the keys cannot be reached. */
  unsealForGood(sealed: readonly SealedText[]): Promise<(string | null)[]>
}

interface KnownKey {
  key: Buffer | null
  learnt: number
}

/** A person who leaves is forgotten within `keepMs`; older keys are used only while their owner cannot be reached. */
export function createKeyring({
  broker,
  subject,
  keepMs = 60_000,
  most = 10_000,
  now = Date.now,
  metrics,
}: {
  broker: Pick<Broker, 'nc'>
  subject: string
  keepMs?: number
  most?: number
  now?: () => number
  metrics?: Registry | undefined
}): Keyring {
  const known = new LRUCache<string, KnownKey>({ max: most })
  const countLookup = cacheCounter(metrics, 'sealing-keys')
  let awayUntil = 0

  async function learn(persons: string[]): Promise<void> {
    if (now() < awayUntil) return
    const schema = keysSchema
    const keys = await request(broker, subject, persons, { schema, timeoutMs: ANSWER_TIMEOUT_MS }).catch(() => null)
    if (!keys) {
      awayUntil = now() + AWAY_MS
      return
    }
    for (const person of persons)
      known.set(person, { key: keys[person] ? Buffer.from(keys[person], 'base64') : null, learnt: now() })
  }

  function open(sealed: SealedText): string | null {
    const key = known.get(sealed.person)?.key
    if (!key) return null
    try {
      return unseal(sealed, key)
    } catch {
      return null
    }
  }

  const isOld = (person: string) => (known.get(person)?.learnt ?? 0) <= now() - keepMs

  async function unsealNow(sealed: readonly SealedText[]): Promise<(string | null)[]> {
    const persons = [...new Set(sealed.map(({ person }) => person))]
    const wanted = persons.filter((person) => {
      const old = isOld(person)
      countLookup(!old)
      return old
    })
    for (let i = 0; i < wanted.length; i += MAX_PER_REQUEST) {
      await learn(wanted.slice(i, i + MAX_PER_REQUEST))
    }
    return sealed.map(open)
  }

  return {
    unseal: unsealNow,
    async unsealForGood(sealed) {
      const texts = await unsealNow(sealed)
      if (sealed.some(({ person }, i) => texts[i] === null && isOld(person)))
        throw new Error('the keys cannot be had for now')
      return texts
    },
  }
}
