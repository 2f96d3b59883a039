import { buildRemote } from '@fernweh/kit/build/define-remote'
import { pages } from './src/pages.ts'

await buildRemote({
  name: 'reviews',
  exposes: {
    ReviewList: './src/exposes/ReviewList.ts',
    BookingReview: './src/exposes/BookingReview.ts',
    AuthorPage: './src/exposes/AuthorPage.ts',
  },
  pages,
  server: './src/server.tsx',
  budgets: {
    ReviewList: { js: 13_500, css: 2_600 },
    BookingReview: { js: 13_000, css: 2_500 },
    AuthorPage: { js: 9_500, css: 1_700 },
  },
})
