import { buildRemote } from '@fernweh/kit/build/define-remote'
import { pages } from './src/pages.ts'

await buildRemote({
  name: 'bookings',
  exposes: {
    Sessions: './src/exposes/Sessions.ts',
    MyHolds: './src/exposes/MyHolds.ts',
  },
  pages,
  server: './src/server.tsx',
})
