import type { ProcessDeclaration } from '@fernweh/contracts/process'

export const processes: ProcessDeclaration[] = [
  {
    name: 'bff-bookings',
    entry: 'main',
    bff: 'bookings',
    calls: { SERVICE_URLS: 'bookings-api', PAYMENTS_URLS: 'payments', REVIEWS_URLS: 'reviews' },
    env: { RELEASES_DIR: '{releasesDir}', PUBLIC_ORIGIN: '{publicOrigin}' },
  },
]
