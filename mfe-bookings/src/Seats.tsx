import { useMessages } from './use-messages.ts'

export function Seats({ seats }: { seats: number }) {
  return useMessages().t('seats.count', { seats })
}
