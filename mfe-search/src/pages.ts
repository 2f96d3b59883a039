import type { PageDeclaration } from '@fernweh/contracts/release'

export const pages: PageDeclaration[] = [
  { path: '/', layout: 'list', main: 'search/Find', parts: { below: 'account/People' } },
  {
    path: '/e/:id',
    layout: 'detail',
    main: 'search/Experience',
    parts: { aside: 'bookings/Sessions', below: 'reviews/List' },
  },
]
