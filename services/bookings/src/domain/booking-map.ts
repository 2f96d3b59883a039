/**
 * The bookings of a session by id, as a persistent trie: `putBooking` copies only the path to what changes, so a state
 * stays what it was, and a session with a hundred thousand bookings costs little more than one with ten.
 */
import type { Booking } from '@fernweh/contracts/feeds/bookings'

export interface BookingState
  extends Pick<Booking, 'bookingId' | 'travellerId' | 'seats' | 'price' | 'expiresAt' | 'status' | 'visited'> {
  /** Once confirmed. */
  reference?: string
  /** Once a payment was heard of, whatever came of it; null when it was imported. */
  paymentId?: string | null
}

type Leaf = readonly BookingState[]
type Branch = readonly (Branch | Leaf | undefined)[]
export type BookingMap = Branch

const WIDTH = 16
const DEPTH = 4
const emptyBranch: Branch = new Array(WIDTH).fill(undefined)

export const noBookings: BookingMap = emptyBranch

export function putBooking(map: BookingMap, booking: BookingState): BookingMap {
  return put(map, booking, 1)
}

export function getBooking(map: BookingMap, bookingId: string): BookingState | undefined {
  let node: Branch | Leaf | undefined = map
  for (let depth = 1; depth <= DEPTH; depth++) node = node?.[slotOf(bookingId, depth)] as Branch | Leaf | undefined
  return (node as Leaf | undefined)?.find((booking) => booking.bookingId === bookingId)
}

export function allBookings(map: BookingMap): BookingState[] {
  return map.flat(DEPTH).filter((booking) => booking !== undefined) as BookingState[]
}

function put(branch: Branch, booking: BookingState, depth: number): Branch {
  const slot = slotOf(booking.bookingId, depth)
  const below = branch[slot]
  if (depth < DEPTH) return branch.with(slot, put((below as Branch | undefined) ?? emptyBranch, booking, depth + 1))
  return branch.with(slot, replace((below as Leaf | undefined) ?? [], booking))
}

function replace(leaf: Leaf, booking: BookingState): Leaf {
  const at = leaf.findIndex(({ bookingId }) => bookingId === booking.bookingId)
  return at < 0 ? [...leaf, booking] : leaf.with(at, booking)
}

/** From the end of the id, which differs most between ids; the sixteen hexadecimal digits have a slot each. */
function slotOf(bookingId: string, depth: number): number {
  const code = bookingId.charCodeAt(bookingId.length - depth) || 0
  return (code + (code >> 6) * 9) % WIDTH
}
