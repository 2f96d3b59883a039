/**
 * The holds of a session by id, as a persistent trie: `putHold` copies only the path to what changes, so a state stays
 * what it was, and a session with a hundred thousand holds costs little more than one with ten.
 */
import type { Money } from '@fernweh/contracts/money'

export interface HoldState {
  holdId: string
  travellerId: string
  seats: number
  price: Money
  expiresAt: string
  status: 'held' | 'released' | 'expired'
}

type Branch = readonly (Branch | Leaf | undefined)[]
type Leaf = Readonly<Record<string, HoldState>>
export type HoldMap = Branch

const WIDTH = 16
const DEPTH = 3

export const noHolds: HoldMap = emptyBranch()

export function putHold(map: HoldMap, hold: HoldState): HoldMap {
  return put(map, hold, 1)
}

export function getHold(map: HoldMap, holdId: string): HoldState | undefined {
  let node: Branch | Leaf | undefined = map
  for (let depth = 1; depth <= DEPTH; depth++) node = (node as Branch | undefined)?.[slotOf(holdId, depth)]
  return (node as Leaf | undefined)?.[holdId]
}

export function allHolds(map: HoldMap): HoldState[] {
  return map.flatMap((node) => (Array.isArray(node) ? allHolds(node as Branch) : Object.values((node ?? {}) as Leaf)))
}

function put(branch: Branch, hold: HoldState, depth: number): Branch {
  const slot = slotOf(hold.holdId, depth)
  const below = branch[slot]
  if (depth === DEPTH) return branch.with(slot, { ...(below as Leaf | undefined), [hold.holdId]: hold })
  return branch.with(slot, put((below as Branch | undefined) ?? emptyBranch(), hold, depth + 1))
}

/** From the end of the id, which differs most. */
const slotOf = (holdId: string, depth: number) => holdId.charCodeAt(holdId.length - depth) % WIDTH || 0

function emptyBranch(): Branch {
  return new Array(WIDTH).fill(undefined)
}
