import type { ProcessDeclaration } from '@fernweh/contracts/process'

export const processes: ProcessDeclaration[] = [
  {
    name: 'bff-search',
    entry: 'main',
    bff: 'search',
    calls: { SERVICE_URLS: 'search', ACCOUNTS_URLS: 'accounts' },
    env: { RELEASES_DIR: '{releasesDir}', PUBLIC_ORIGIN: '{publicOrigin}' },
  },
]
