import type { ProcessDeclaration } from '@fernweh/contracts/process'

export const processes: ProcessDeclaration[] = [
  {
    name: 'payments',
    entry: 'main',
    database: 'payments',
    env: { PUBLIC_ORIGIN: '{publicOrigin}' },
    thirdParty: {
      name: 'stripe',
      variables: ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'],
      formTarget: 'https://checkout.stripe.com',
      hook: true,
    },
  },
]
