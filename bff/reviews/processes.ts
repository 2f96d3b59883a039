import type { ProcessDeclaration } from '@fernweh/contracts/process'

export const processes: ProcessDeclaration[] = [
  {
    name: 'bff-reviews',
    entry: 'main',
    bff: 'reviews',
    calls: { SERVICE_URLS: 'reviews' },
    env: { RELEASES_DIR: '{releasesDir}', PUBLIC_ORIGIN: '{publicOrigin}' },
  },
]
