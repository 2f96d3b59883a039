import { buildRemote } from '@fernweh/kit/build/define-remote'
import { pages } from './src/pages.ts'

await buildRemote({
  name: 'reviews',
  exposes: {
    List: './src/exposes/List.ts',
    OfBooking: './src/exposes/OfBooking.ts',
    Person: './src/exposes/Person.ts',
  },
  pages,
  server: './src/server.tsx',
  budgets: {
    List: { js: 13_500, css: 2_600 },
    OfBooking: { js: 13_000, css: 2_500 },
    Person: { js: 9_500, css: 1_700 },
  },
})
