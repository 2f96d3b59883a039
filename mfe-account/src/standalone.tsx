import type { Person } from '@fernweh/contracts/api/accounts'
import type { MenuData, SignInData } from '@fernweh/contracts/parts/account'
import { standalone } from '@fernweh/kit/browser/standalone'
import { mount as mountMenu } from './exposes/Menu.ts'
import { mount as mountPeople } from './exposes/People.ts'
import { mount as mountSignIn } from './exposes/SignIn.ts'

const ann: Person = { accountId: 'ann', role: 'traveller', name: 'Ann', homeCity: 'Bergen' }
const cleo: Person = { accountId: 'cleo', role: 'host', name: 'Cleo', homeCity: 'Lisbon' }

const menu: MenuData = { person: ann, next: '/' }
const signIn: SignInData = { person: null, people: [ann, cleo], next: '/' }

await standalone({
  team: 'account',
  user: null,
  parts: {
    Menu: { mount: mountMenu, data: menu, url: '/' },
    SignIn: { mount: mountSignIn, data: signIn, url: '/sign-in' },
    People: { mount: mountPeople, data: signIn, url: '/' },
  },
})
