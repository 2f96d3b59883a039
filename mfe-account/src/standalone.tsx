import type { Person } from '@fernweh/contracts/api/accounts'
import type { AccountData, MenuData, SignInData, SignUpData } from '@fernweh/contracts/fragments/account'
import { standalone } from '@fernweh/kit/browser/standalone'
import { messages as uiMessages } from '@fernweh/ui/messages'
import { mount as mountAccount } from './exposes/Account.ts'
import { mount as mountConfirmSignUp } from './exposes/ConfirmSignUp.ts'
import { mount as mountPeople } from './exposes/DemoAccounts.ts'
import { mount as mountMenu } from './exposes/Menu.ts'
import { mount as mountNewPassword } from './exposes/NewPassword.ts'
import { mount as mountResetPassword } from './exposes/ResetPassword.ts'
import { mount as mountSignIn } from './exposes/SignIn.ts'
import { mount as mountSignUp } from './exposes/SignUp.ts'
import { messages } from './messages.ts'

const ann: Person = { accountId: 'ann', role: 'traveller', name: 'Ann', homeCity: 'Bergen' }
const cleo: Person = { accountId: 'cleo', role: 'host', name: 'Cleo', homeCity: 'Lisbon' }

const menu: MenuData = { person: ann, next: '/' }
const signIn: SignInData = { person: null, people: [ann, cleo], next: '/', typed: {}, passwordSet: false }
const signUp: SignUpData = { typed: {}, sent: false, mailbox: null, next: '/' }
const byToken = { token: 'a-token-of-twenty-signs' }
const account: AccountData = {
  profile: { name: 'Ann', homeCity: 'Bergen', locale: 'en-GB', currency: 'EUR', interests: ['tasting', 'water'] },
  version: 3,
  mail: 'ann@example.org',
  signIns: [
    { signInId: 's2', startedAt: new Date(Date.now() - 600_000).toISOString(), here: true },
    { signInId: 's1', startedAt: new Date(Date.now() - 200_000_000).toISOString(), here: false },
  ],
  typed: {},
  completed: null,
}

await standalone({
  team: 'account',
  user: null,
  messages: [messages, uiMessages],
  fragments: {
    Menu: { mount: mountMenu, data: menu, url: '/' },
    SignIn: { mount: mountSignIn, data: signIn, url: '/sign-in' },
    SignUp: { mount: mountSignUp, data: signUp, url: '/sign-up' },
    ConfirmSignUp: { mount: mountConfirmSignUp, data: byToken, url: '/sign-up/confirm' },
    ResetPassword: { mount: mountResetPassword, data: signUp, url: '/reset-password' },
    NewPassword: { mount: mountNewPassword, data: byToken, url: '/reset-password/new' },
    Account: { mount: mountAccount, data: account, url: '/account' },
    DemoAccounts: { mount: mountPeople, data: signIn, url: '/' },
  },
  answers: {
    'POST /sign-in': () => ({ refused: 'wrong-mail-or-password' }),
    'POST /sign-ups': () => ({}),
    'POST /sign-up/confirm': () => ({ refused: 'link-out-of-date' }),
    'POST /password-resets': () => ({}),
    'POST /reset-password/new': () => ({ refused: 'password-too-common' }),
    'POST /profile': () => ({ refused: 'changed-elsewhere' }),
    'GET /profile': () => ({ ...account, profile: { ...account.profile, homeCity: 'Oslo' }, version: 4 }),
    'POST /password': () => ({ refused: 'wrong-password' }),
  },
})
