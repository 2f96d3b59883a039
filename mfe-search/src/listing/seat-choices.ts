import { useWords } from '../words.ts'

const MOST = 12

export function useSeatChoices(): (readonly [string, string])[] {
  const { t } = useWords()
  const counts = Array.from({ length: MOST }, (_, at) => at + 1)
  return [['', t('search.any')], ...counts.map((seats) => [`${seats}`, t('search.people-count', { seats })] as const)]
}
