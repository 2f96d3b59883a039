import { useWords } from './words.ts'

export function Seats({ seats }: { seats: number }) {
  return useWords().t('seats.count', { seats })
}
