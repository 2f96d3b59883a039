import { buildRemote } from '@fernweh/kit/build/define-remote'
import { pages } from './src/pages.ts'

await buildRemote({
  name: 'search',
  exposes: {
    Home: './src/exposes/Home.ts',
    Find: './src/exposes/Find.ts',
    Experience: './src/exposes/Experience.ts',
    Similar: './src/exposes/Similar.ts',
  },
  pages,
  server: './src/server.tsx',
  budgets: {
    Home: { js: 13_500, css: 3_000 },
    Find: { js: 16_000, css: 4_000 },
    Experience: { js: 12_500, css: 3_000 },
    Similar: { js: 12_500, css: 3_000 },
  },
})
