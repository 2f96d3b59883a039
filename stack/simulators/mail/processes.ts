import type { ProcessDeclaration } from '@fernweh/contracts/process'

export const processes: ProcessDeclaration[] = [
  {
    name: 'mailbox',
    entry: 'main',
    ports: ['SMTP_PORT'],
    portOffset: 2,
    env: { STATE_DIR: '{stateDir}/mailbox' },
    replaces: {
      thirdParty: 'mail',
      provides: {
        SMTP_URL: 'smtp://127.0.0.1:{port:mailbox:SMTP_PORT}',
        MAIL_FROM: 'Fernweh <hello@fernweh.example>',
      },
    },
  },
]
