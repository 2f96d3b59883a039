/** The nouns notifications consumes, by durable name. */
export const CONSUMERS = {
  'notifications-hear-sign-ups': { owner: 'accounts', noun: 'sign-up' },
  'notifications-hear-accounts': { owner: 'accounts', noun: 'account' },
  'notifications-hear-profiles': { owner: 'accounts', noun: 'profile' },
  'notifications-know-sessions': { owner: 'bookings', noun: 'session' },
  'notifications-know-experiences': { owner: 'catalog', noun: 'experience' },
} as const
