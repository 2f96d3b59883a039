import type { RefusalOf } from '@fernweh/contracts/api/operation'
import type { payBooking } from '@fernweh/contracts/api/payments'

export const refusalWords: Record<RefusalOf<typeof payBooking>, string> = {
  'no-such-booking': 'We cannot find this booking. It may belong to another account. Nothing was charged.',
  'hold-ended': 'The time ran out, and the seats went back. Nothing was charged; you can hold them again.',
  'already-paid': 'This is paid already, perhaps in another window. Nothing was charged again.',
}
