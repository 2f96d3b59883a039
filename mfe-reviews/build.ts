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
})
