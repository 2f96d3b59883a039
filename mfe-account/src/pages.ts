import type { PageDeclaration } from '@fernweh/contracts/release'

export const pages: PageDeclaration[] = [
  { path: '/sign-in', layout: 'list', main: 'account/SignIn' },
  { path: '/sign-up', layout: 'list', main: 'account/SignUp' },
  { path: '/sign-up/confirm', layout: 'list', main: 'account/ConfirmSignUp' },
  { path: '/reset-password', layout: 'list', main: 'account/ResetPassword' },
  { path: '/reset-password/new', layout: 'list', main: 'account/NewPassword' },
  { path: '/account', layout: 'list', main: 'account/Account' },
  { path: '/ui', layout: 'list', main: 'account/StyleGuide', only: 'development' },
]
