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

type Leaf = readonly HoldState[]
type Branch = readonly (Branch | Leaf | undefined)[]
export type HoldMap = Branch

const WIDTH = 16
const DEPTH = 4
const emptyBranch: Branch = new Array(WIDTH).fill(undefined)

export const noHolds: HoldMap = emptyBranch

export function putHold(map: HoldMap, hold: HoldState): HoldMap {
  return put(map, hold, 1)
}

export function getHold(map: HoldMap, holdId: string): HoldState | undefined {
  let node: Branch | Leaf | undefined = map
  for (let depth = 1; depth <= DEPTH; depth++) node = node?.[slotOf(holdId, depth)] as Branch | Leaf | undefined
  return (node as Leaf | undefined)?.find((hold) => hold.holdId === holdId)
}

export function allHolds(map: HoldMap): HoldState[] {
  return map.flat(DEPTH).filter((hold) => hold !== undefined) as HoldState[]
}

function put(branch: Branch, hold: HoldState, depth: number): Branch {
  const slot = slotOf(hold.holdId, depth)
  const below = branch[slot]
  if (depth < DEPTH) return branch.with(slot, put((below as Branch | undefined) ?? emptyBranch, hold, depth + 1))
  return branch.with(slot, replace((below as Leaf | undefined) ?? [], hold))
}

function replace(leaf: Leaf, hold: HoldState): Leaf {
  const at = leaf.findIndex(({ holdId }) => holdId === hold.holdId)
  return at < 0 ? [...leaf, hold] : leaf.with(at, hold)
}

/** From the end of the id, which differs most between ids; the sixteen hexadecimal digits have a slot each. */
function slotOf(holdId: string, depth: number): number {
  const code = holdId.charCodeAt(holdId.length - depth) || 0
  return (code + (code >> 6) * 9) % WIDTH
}
