/** Faults of the database by SQLSTATE (PostgreSQL, appendix A) and by the error codes of Node.js; never by message. */

/** The errors that pg creates itself have no code. */
const SQLSTATE = { 'not-connected': '08001', 'connection-lost': '08006' }

/** Gives an error without a code the SQLSTATE of `fault`. */
export function nameFault<Fault extends Error & { code?: string }>(error: Fault, fault: keyof typeof SQLSTATE): Fault {
  error.code ??= SQLSTATE[fault]
  return error
}

/** Connection, resources, shutdown, and rollback after a deadlock or conflict. Not 57014: a timeout is its statement's. */
const TRANSIENT_CLASSES = ['08', '40', '53', '57P']

const TRANSIENT_CODES = new Set([
  'EADDRNOTAVAIL',
  'EAGAIN',
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'EMFILE',
  'ENETDOWN',
  'ENETUNREACH',
  'ENFILE',
  'ENOSPC',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])

/** True for faults of the connection or of the server's state, which pass; false for what would fail again. */
export function isTransient(error: unknown): boolean {
  const { code } = Object(error) as { code?: unknown }
  if (typeof code !== 'string') return false
  return TRANSIENT_CODES.has(code) || (code.length === 5 && TRANSIENT_CLASSES.some((start) => code.startsWith(start)))
}
