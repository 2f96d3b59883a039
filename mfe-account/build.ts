import { buildRemote } from '@fernweh/kit/build/define-remote'
import { pages } from './src/pages.ts'

await buildRemote({
  name: 'account',
  exposes: {
    People: './src/exposes/People.ts',
    SignIn: './src/exposes/SignIn.ts',
    Menu: './src/exposes/Menu.ts',
  },
  pages,
  server: './src/server.tsx',
})
