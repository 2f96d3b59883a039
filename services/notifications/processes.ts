import type { ProcessDeclaration } from '@fernweh/contracts/process'

export const processes: ProcessDeclaration[] = [
  {
    name: 'notifications',
    entry: 'main',
    database: 'notifications',
    env: { PUBLIC_ORIGIN: '{publicOrigin}' },
    thirdParty: { name: 'mail', variables: ['SMTP_URL', 'MAIL_FROM'] },
  },
]
