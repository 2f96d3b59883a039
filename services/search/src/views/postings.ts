/** Lists of postings by word. A posting is one number: the row of a document and the weight of the word in it. */

/** Weights are below this: `row * RANGE + weight`. */
const WEIGHT_RANGE = 64

export type Postings = ReturnType<typeof createPostings>

/** A list of numbers that grows by half. */
export function createPostings() {
  let numbers = new Uint32Array(2)
  let length = 0
  let lastField = 0

  function push(number: number): void {
    if (length === numbers.length) {
      const grown = new Uint32Array(Math.ceil(length * 1.5))
      grown.set(numbers)
      numbers = grown
    }
    numbers[length++] = number
  }

  return {
    isEmpty: () => length === 0,
    /**
     * Adds the weight of a field to the newest row. `field` is a number that no other field of any row has: each counts once,
     * however often it repeats the word.
     */
    add(row: number, weight: number, field: number): void {
      if (field === lastField) return
      lastField = field
      const last = length - 1
      if (length > 0 && Math.floor((numbers[last] as number) / WEIGHT_RANGE) === row)
        numbers[last] = (numbers[last] as number) + weight
      else push(row * WEIGHT_RANGE + weight)
    },
    /** Raises scores by row to what the word weighs there, or to a share of it. */
    raise(scores: Uint16Array, share: number): void {
      for (let i = 0; i < length; i++) {
        const posting = numbers[i] as number
        const row = Math.floor(posting / WEIGHT_RANGE)
        const score = (posting % WEIGHT_RANGE) * share
        if (score > (scores[row] as number)) scores[row] = score
      }
    },
    /** To where each row is now; what is nowhere leaves. */
    move(place: (row: number) => number | undefined): void {
      const before = numbers.subarray(0, length)
      length = 0
      numbers = new Uint32Array(2)
      for (const posting of before) {
        const row = place(Math.floor(posting / WEIGHT_RANGE))
        if (row !== undefined) push(row * WEIGHT_RANGE + (posting % WEIGHT_RANGE))
      }
    },
  }
}
