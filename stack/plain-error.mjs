/** A fault whose message is all that a person needs: printed without a stack. */
export class PlainError extends Error {
  name = 'PlainError'
}
