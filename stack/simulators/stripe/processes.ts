import type { ProcessDeclaration } from '@fernweh/contracts/process'

export const processes: ProcessDeclaration[] = [
  {
    name: 'stripe',
    entry: 'main',
    portOffset: 1,
    env: {
      STATE_DIR: '{stateDir}/stripe',
      STRIPE_SECRET_KEY: '{secret:stripeSecretKey}',
      STRIPE_WEBHOOK_SECRET: '{secret:stripeWebhookSecret}',
      WEBHOOK_URL: '{url:gateway}/hooks/stripe',
    },
    replaces: {
      thirdParty: 'stripe',
      provides: {
        STRIPE_SECRET_KEY: '{secret:stripeSecretKey}',
        STRIPE_WEBHOOK_SECRET: '{secret:stripeWebhookSecret}',
        STRIPE_API_URL: '{url:stripe}',
      },
    },
  },
]
