import { buildRemote } from '@fernweh/kit/build/define-remote'
import { pages } from './src/pages.ts'

await buildRemote({
  name: 'account',
  exposes: {
    People: './src/exposes/People.ts',
    SignIn: './src/exposes/SignIn.ts',
    SignUp: './src/exposes/SignUp.ts',
    ConfirmSignUp: './src/exposes/ConfirmSignUp.ts',
    ResetPassword: './src/exposes/ResetPassword.ts',
    NewPassword: './src/exposes/NewPassword.ts',
    Account: './src/exposes/Account.ts',
    Menu: './src/exposes/Menu.ts',
    Components: './src/exposes/Components.ts',
  },
  pages,
  server: './src/server.tsx',
})
