import type { Pool, Transaction } from '@fernweh/kit/server/database/database'

/** Whether the last words still reach the server; their answer is heard by nobody. */
export type LastWords = 'unsaid' | 'said'

/** The pool of an instance that dies at its nth word to the database: nothing is sent after it, nothing is heard. */
export function dyingPool(pool: Pool, nth: number, lastWords: LastWords): { pool: Pool; isDead(): boolean } {
  let words = 0
  const isDead = () => words >= nth
  const fault = () => new Error('the instance died')

  async function speak<Answer>(say: () => Promise<Answer>, unheard = (_: Answer) => {}): Promise<Answer> {
    words += 1
    if (words > nth || (words === nth && lastWords === 'unsaid')) throw fault()
    const answer = await say()
    if (!isDead()) return answer
    unheard(answer)
    throw fault()
  }

  async function connect(): Promise<Transaction> {
    const client = await speak(
      () => pool.connect(),
      (lost) => lost.release(fault()),
    )
    const query = (statement: never) => speak(() => client.query(statement))
    const release = (error?: Error) => client.release(isDead() ? fault() : error)
    return Object.assign(Object.create(client), { query, release }) as Transaction
  }
  return { pool: { connect } as unknown as Pool, isDead }
}
