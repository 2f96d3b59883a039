import { useMessages } from '../use-messages.ts'

const MOST = 12

export function useSeatChoices(): (readonly [string, string])[] {
  const { t } = useMessages()
  const counts = Array.from({ length: MOST }, (_, at) => at + 1)
  return [
    ['', t('search.any-party-size')],
    ...counts.map((seats) => [`${seats}`, t('search.people', { seats })] as const),
  ]
}
