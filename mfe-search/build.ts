import { buildRemote } from '@fernweh/kit/build/define-remote'
import { pages } from './src/pages.ts'

await buildRemote({
  name: 'search',
  exposes: {
    Home: './src/exposes/Home.ts',
    Find: './src/exposes/Find.ts',
    Experience: './src/exposes/Experience.ts',
  },
  pages,
  server: './src/server.tsx',
})
