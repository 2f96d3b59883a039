import { randomInt } from 'node:crypto'

/** Without those that are mistaken for others: 0 and O, 1, I and L, U. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What a traveller shows at the door: one of 30 to the tenth, guessed from none. */
export function newReference(): string {
  return `FW-${Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`
}

/** A reference that somebody has already is left to them, and another one tried. */
export async function withFreeReference<Result>(
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
