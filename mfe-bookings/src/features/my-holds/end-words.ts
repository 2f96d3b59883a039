import type { Hold } from '@fernweh/contracts/feeds/bookings'

const words: Record<Hold['status'], string> = {
  held: '',
  released: 'Released: the seats are free again.',
  expired: 'The time ran out, and the seats went back. You can hold them again while there are some.',
}

export function toEndWords(status: Hold['status']): string {
  return words[status]
}
