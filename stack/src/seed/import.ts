/** Imports rows into the services through their operators' operations, in batches that are repeated where that helps. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Operation } from '@fernweh/contracts/api/operation'
import type { z } from 'zod'

export interface SeedOptions {
  now: Date
  /** Receives the progress in a few words. */
  note: (text: string) => void
}

/** Where the services are, and the token of an operator. */
export interface Seeding {
  /** By process and by instance. */
  urls: Record<string, string>
  opsToken: string
}

type Input<O extends Operation> = z.input<O['body']>

const TIMEOUT_MS = 60_000

export async function postImport<O extends Operation>(
  { urls, opsToken }: Seeding,
  service: string,
  operation: O,
  body: Input<O>,
): Promise<z.output<O['answer']>> {
  const [method = '', path = ''] = operation.name.split(' ')
  const response = await fetch(`${urls[service]}${path}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${opsToken}` },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const answer = await response.json()
  if (response.ok) return answer as z.output<O['answer']>
  throw new Error(`${service} answered ${response.status} to ${operation.name}: ${JSON.stringify(answer)}`)
}

/** One batch after the other. */
export async function inBatches<T>(rows: readonly T[], size: number, send: (batch: T[]) => Promise<unknown>) {
  for (let first = 0; first < rows.length; first += size) await send(rows.slice(first, first + size))
}

interface ImportAnswer {
  rejected: { row: string; reason: string }[]
}

/**
 * Sends rows until none is rejected for `retry`: the events they depend on are on their way to the service. Rows rejected for one
 * of `ignore` are skipped; any other rejection is a mistake in the seed.
 */
export async function importAll<T>(
  rows: readonly T[],
  send: (batch: T[]) => Promise<ImportAnswer>,
  { retry, ignore = [] }: { retry: string; ignore?: string[] },
): Promise<void> {
  await inBatches(rows, 1000, async (batch) => {
    let left = batch
    await until(`no row is rejected as ${retry}`, async () => {
      const { rejected } = await send(left)
      const mistake = rejected.find(({ reason }) => reason !== retry && !ignore.includes(reason))
      if (mistake) throw new Error(`${JSON.stringify(left[indexOf(mistake)])} was rejected: ${mistake.reason}`)
      left = rejected.filter(({ reason }) => reason === retry).flatMap((row) => left[indexOf(row)] ?? [])
      return left.length === 0
    })
  })
}

/** Reads 3 from `visits.3`. */
const indexOf = ({ row }: { row: string }) => Number(row.split('.').at(-1))

export async function until(condition: string, holds: () => Promise<boolean>, timeoutMs = TIMEOUT_MS): Promise<void> {
  const timeout = AbortSignal.timeout(timeoutMs)
  while (!(await holds())) {
    if (timeout.aborted) throw new Error(`not within ${timeoutMs / 1000} s: ${condition}`)
    await delay(50)
  }
}
