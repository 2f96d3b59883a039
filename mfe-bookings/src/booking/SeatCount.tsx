import { useMessages } from '../messages/use-messages.ts'

export function SeatCount({ seats }: { seats: number }) {
  return useMessages().t('seats.count', { seats })
}
