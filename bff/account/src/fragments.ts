import type { FragmentQueries } from '@fernweh/kit/server/fragments/fragments'
import type { AccountDeps } from './deps.ts'
import { queryAccount } from './fragments/account.ts'
import { queryConfirmSignUp } from './fragments/confirm-sign-up.ts'
import { queryDemoAccounts } from './fragments/demo-accounts.ts'
import { queryMenu } from './fragments/menu.ts'
import { queryNewPassword } from './fragments/new-password.ts'
import { queryResetPassword } from './fragments/reset-password.ts'
import { querySignIn } from './fragments/sign-in.ts'
import { querySignUp } from './fragments/sign-up.ts'
import { queryStyleGuide } from './fragments/style-guide.ts'

export const createFragments = (deps: AccountDeps): FragmentQueries => ({
  Menu: (request) => queryMenu(request, deps),
  StyleGuide: async (request) => queryStyleGuide(request),
  DemoAccounts: (request) => queryDemoAccounts(request, deps),
  SignIn: (request) => querySignIn(request, deps),
  SignUp: async (request) => querySignUp(request, deps),
  ConfirmSignUp: (request) => queryConfirmSignUp(request, deps),
  ResetPassword: async (request) => queryResetPassword(request, deps),
  NewPassword: (request) => queryNewPassword(request, deps),
  Account: (request) => queryAccount(request, deps),
})
