import type { PageDeclaration } from '@fernweh/contracts/release'

export const pages: PageDeclaration[] = [
  { path: '/', layout: 'list', main: 'search/Home', fragments: { below: 'account/DemoAccounts' } },
  { path: '/find', layout: 'list', main: 'search/Find' },
  {
    path: '/e/:id',
    layout: 'detail',
    main: 'search/Experience',
    fragments: {
      choice: 'search/PartySize',
      aside: 'bookings/Sessions',
      more: 'search/Similar',
      below: 'reviews/ReviewList',
    },
  },
]
