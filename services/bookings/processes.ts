import type { ProcessDeclaration } from '@fernweh/contracts/process'

export const processes: ProcessDeclaration[] = [
  { name: 'bookings-api', entry: 'main-api', database: 'bookings' },
  { name: 'bookings-processor', entry: 'main-processor', database: 'bookings' },
]
