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
type Branch = readonly (Leaf | undefined)[]
export type HoldMap = readonly (Branch | undefined)[]

const WIDTH = 64
const emptyBranch: readonly undefined[] = new Array(WIDTH).fill(undefined)

export const noHolds: HoldMap = emptyBranch

export function putHold(map: HoldMap, hold: HoldState): HoldMap {
  const [outer, inner] = slotsOf(hold.holdId)
  const branch = map[outer] ?? emptyBranch
  const others = (branch[inner] ?? []).filter(({ holdId }) => holdId !== hold.holdId)
  return map.with(outer, branch.with(inner, [...others, hold]))
}

export function getHold(map: HoldMap, holdId: string): HoldState | undefined {
  const [outer, inner] = slotsOf(holdId)
  return map[outer]?.[inner]?.find((hold) => hold.holdId === holdId)
}

export function allHolds(map: HoldMap): HoldState[] {
  return map.flatMap((branch) => branch?.flatMap((leaf) => leaf ?? []) ?? [])
}

/** From the end of the id, which differs most between ids. */
function slotsOf(holdId: string): [outer: number, inner: number] {
  const code = (fromEnd: number) => holdId.charCodeAt(holdId.length - fromEnd) || 0
  return [(code(1) * 31 + code(2)) % WIDTH, (code(3) * 31 + code(4)) % WIDTH]
}
