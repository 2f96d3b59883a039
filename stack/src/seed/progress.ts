/** Reports progress as "120,000 of 1,000,000 sessions, 3,100 a second, 5 min left". `elapsed` is in milliseconds. */
export function createProgress(unit: string, total: number, note: (text: string) => void, elapsed: () => number) {
  let marks: { at: number; done: number }[] = []
  return function update(done: number): void {
    marks = [...marks.slice(-20), { at: elapsed(), done }]
    const [first, last] = [marks[0], marks.at(-1)] as [(typeof marks)[number], (typeof marks)[number]]
    const perSecond = ((last.done - first.done) * 1000) / Math.max(1, last.at - first.at)
    const pace = perSecond > 0 ? `, ${count(perSecond)} a second, ${duration((total - done) / perSecond)} left` : ''
    note(`${count(done)} of ${count(total)} ${unit}${pace}`)
  }
}

const count = (number: number) => Math.round(number).toLocaleString('en')
const duration = (seconds: number) => (seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`)
