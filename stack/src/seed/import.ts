/** Brings things to the services as an operator does who comes from another system: in batches, again where that is of use. */
import type { Operation } from '@fernweh/contracts/api/operation'
import type { z } from 'zod'

/** What is needed to act as an operator, once everything is ready. */
export interface Seeding {
  /** By process and by instance. */
  urls: Record<string, string>
  opsToken: string
}

type Input<O extends Operation> = z.input<O['body']>

const PATIENCE_MS = 60_000

export async function postImport<O extends Operation>(
  { urls, opsToken }: Seeding,
  service: string,
  operation: O,
  body: Input<O>,
): Promise<z.output<O['answer']>> {
  const [method = '', path = ''] = operation.name.split(' ')
  const answer = await fetch(`${urls[service]}${path}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${opsToken}` },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  const said = await answer.json()
  if (!answer.ok) throw new Error(`${service} answered ${answer.status} to ${operation.name}: ${JSON.stringify(said)}`)
  return said as z.output<O['answer']>
}

/** A few at a time, in their order. */
export async function inBatches<T>(rows: readonly T[], size: number, bring: (batch: T[]) => Promise<unknown>) {
  for (let at = 0; at < rows.length; at += size) await bring(rows.slice(at, at + size))
}

interface Answer {
  rejected: { row: string; reason: string }[]
}

/**
 * Sends rows until none is rejected for `waitFor` any more: what they are about is on its way to the service. Those that are
 * rejected for one of `leave` are left; any other rejection is a fault of the seed.
 */
export async function bringAll<T>(
  rows: readonly T[],
  bring: (batch: T[]) => Promise<Answer>,
  { waitFor, leave = [] }: { waitFor: string; leave?: string[] },
): Promise<void> {
  await inBatches(rows, 1000, async (batch) => {
    let left = batch
    await until(`nothing is rejected as ${waitFor}`, async () => {
      const { rejected } = await bring(left)
      const wrong = rejected.find(({ reason }) => reason !== waitFor && !leave.includes(reason))
      if (wrong) throw new Error(`${JSON.stringify(left[rowOf(wrong)])} was rejected: ${wrong.reason}`)
      left = rejected.filter(({ reason }) => reason === waitFor).flatMap((row) => left[rowOf(row)] ?? [])
      return left.length === 0
    })
  })
}

/** `visits.3` is 3. */
const rowOf = ({ row }: { row: string }) => Number(row.split('.').at(-1))

export async function until(what: string, holds: () => Promise<boolean>, patienceMs = PATIENCE_MS): Promise<void> {
  const end = Date.now() + patienceMs
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${patienceMs / 1000} s: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
