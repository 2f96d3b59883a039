import type { Person } from '@fernweh/contracts/api/accounts'
import { busEvents } from '@fernweh/contracts/browser/bus-events'
import type { AccountData, MenuData, SignInData, SignUpData } from '@fernweh/contracts/fragments/account'
import type { StandaloneOptions } from '@fernweh/kit/browser/rendering/standalone'

const ann: Person = { accountId: 'ann', role: 'traveller', name: 'Ann', homeCity: 'Bergen' }
const cleo: Person = { accountId: 'cleo', role: 'host', name: 'Cleo', homeCity: 'Lisbon' }

const menu: MenuData = { person: ann, next: '/', signedOut: false }
const signIn: SignInData = { person: null, people: [ann, cleo], next: '/', typed: {}, passwordSet: false }
const signUp: SignUpData = { typed: {}, sent: false, resent: false, mailbox: null, next: '/' }
const byToken = { token: 'a-token-of-twenty-signs', mail: 'ann@example.org' }
const account: AccountData = {
  profile: { name: 'Ann', homeCity: 'Bergen', locale: 'en-GB', currency: 'EUR', interests: ['tasting', 'water'] },
  role: 'traveller',
  version: 3,
  mail: 'ann@example.org',
  signIns: [
    { signInId: 's2', startedAt: new Date(Date.now() - 600_000).toISOString(), here: true },
    { signInId: 's1', startedAt: new Date(Date.now() - 200_000_000).toISOString(), here: false },
  ],
  cities: [{ city: 'Bergen', cityNames: { ar: 'برغن' }, country: 'NO', count: 6 }],
  typed: {},
  completed: null,
}

export const options: StandaloneOptions = {
  user: null,
  events: busEvents,
  samples: {
    Menu: { data: menu, url: '/' },
    SignIn: { data: signIn, url: '/sign-in' },
    SignUp: { data: signUp, url: '/sign-up' },
    ConfirmSignUp: { data: byToken, url: '/sign-up/confirm' },
    ResetPassword: { data: signUp, url: '/reset-password' },
    NewPassword: { data: byToken, url: '/reset-password/new' },
    Account: { data: account, url: '/account' },
    DemoAccounts: { data: signIn, url: '/' },
  },
  answers: {
    'POST /sign-in': () => ({ refused: 'wrong-mail-or-password' }),
    'POST /sign-ups': () => ({ refused: 'too-many-tries' }),
    'POST /sign-up/confirm': () => ({ refused: 'link-out-of-date' }),
    'POST /password-resets': () => ({}),
    'POST /reset-password/new': () => ({ refused: 'password-too-common' }),
    'POST /profile': () => ({ refused: 'changed-elsewhere' }),
    'GET /profile': () => ({ ...account, profile: { ...account.profile, homeCity: 'Oslo' }, version: 4 }),
    'POST /password': () => ({ refused: 'wrong-password' }),
  },
}
