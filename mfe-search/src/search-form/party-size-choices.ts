import { useMessages } from '../messages/use-messages.ts'

const MAX_PARTY_SIZE = 12

export function usePartySizeChoices(): (readonly [string, string])[] {
  const { t } = useMessages()
  const counts = Array.from({ length: MAX_PARTY_SIZE }, (_, at) => at + 1)
  return [
    ['', t('search.any-party-size')],
    ...counts.map((seats) => [`${seats}`, t('search.people', { seats })] as const),
  ]
}
