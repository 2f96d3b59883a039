import type { ProcessDeclaration } from '@fernweh/contracts/process'

export const processes: ProcessDeclaration[] = [
  {
    name: 'bff-account',
    entry: 'main',
    bff: 'account',
    calls: { SERVICE_URLS: 'accounts', SEARCH_URLS: 'search' },
    env: { RELEASES_DIR: '{releasesDir}', PUBLIC_ORIGIN: '{publicOrigin}', MAILBOX_URL: '{url:mailbox}' },
  },
]
