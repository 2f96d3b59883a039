import { randomInt } from 'node:crypto'

/** Without characters that are mistaken for others: 0 and O, 1, I and L, U. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The code on a ticket, e.g. `FW-7KQ2M9XHRT`: one of 30^10, so it cannot be guessed. */
export function newReference(): string {
  return `FW-${Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`
}

/** Tries references until one is not taken by another booking. */
export async function withUnusedReference<Result>(
  next: () => string,
  attempt: (reference: string) => Promise<Result>,
): Promise<Result> {
  for (;;) {
    try {
      return await attempt(next())
    } catch (error) {
      if ((error as { constraint?: string }).constraint !== 'bookings_reference') throw error
    }
  }
}
