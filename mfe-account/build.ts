import { buildRemote } from '@fernweh/kit/build/define-remote'
import { pages } from './src/pages.ts'

await buildRemote({
  name: 'account',
  exposes: {
    DemoAccounts: './src/exposes/DemoAccounts.ts',
    SignIn: './src/exposes/SignIn.ts',
    SignUp: './src/exposes/SignUp.ts',
    ConfirmSignUp: './src/exposes/ConfirmSignUp.ts',
    ResetPassword: './src/exposes/ResetPassword.ts',
    NewPassword: './src/exposes/NewPassword.ts',
    Account: './src/exposes/Account.ts',
    Menu: './src/exposes/Menu.ts',
    StyleGuide: './src/exposes/StyleGuide.ts',
  },
  pages,
  server: './src/server.tsx',
  // The menu is on every page.
  budgets: {
    Menu: { js: 7_600, css: 400 },
    DemoAccounts: { js: 8_200, css: 1_200 },
    SignIn: { js: 13_000, css: 2_800 },
    SignUp: { js: 12_600, css: 2_400 },
    ConfirmSignUp: { js: 12_200, css: 2_400 },
    ResetPassword: { js: 12_200, css: 2_400 },
    NewPassword: { js: 12_200, css: 2_400 },
    Account: { js: 14_200, css: 2_200 },
    StyleGuide: { js: 18_000, css: 4_600 },
  },
})
