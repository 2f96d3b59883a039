import type { ProcessDeclaration } from '@fernweh/contracts/process'

export const processes: ProcessDeclaration[] = [
  {
    name: 'gateway',
    entry: 'main',
    calls: { ACCOUNTS_URLS: 'accounts', PICTURES_URLS: 'pictures' },
    env: {
      PUBLIC_ORIGIN: '{publicOrigin}',
      RELEASES_DIR: '{releasesDir}',
      IDENTITY_PRIVATE_KEY: '{secret:identityPrivateKey}',
      BFFS_FILE: '{bffsFile}',
      HOOKS: '{hooks}',
      FORM_TARGETS: '{formTargets}',
    },
  },
]
