import { demoPeople, me, myProfile, mySignIns } from '@fernweh/contracts/api/accounts'
import type {
  AccountData,
  DemoAccountsData,
  MenuData,
  ResetPasswordData,
  SignInData,
  SignUpData,
  StyleGuideData,
  TokenData,
} from '@fernweh/contracts/fragments/account'
import { type FragmentQueries, type FragmentRequest, toPagePath } from '@fernweh/kit/server/fragments/fragments'
import { toLocalPath } from '@fernweh/kit/server/http/forms'
import type { Caller } from '@fernweh/kit/server/http/identity'
import { callOperation, type Upstream } from '@fernweh/kit/server/http/upstream'
import { toDone } from './done.ts'
import type { TypedValues } from './typed-values.ts'

interface Queries {
  accounts: Upstream
  open: TypedValues['open']
  /** Where the operator shows the mails, if that is here. */
  mailbox: string | null
}

export function createQueries({ accounts, open, mailbox }: Queries): FragmentQueries {
  async function personOf(identity: Caller | null) {
    return identity && (await callOperation(accounts, me, { identity }))
  }

  async function choice(identity: Caller | null, next: string): Promise<DemoAccountsData> {
    const [{ people }, person] = await Promise.all([callOperation(accounts, demoPeople), personOf(identity)])
    return { person, people, next }
  }

  const typedIn = ({ outcome, identity }: FragmentRequest) => open(outcome?.typed, identity)
  const byMail = (asked: FragmentRequest) => ({
    typed: typedIn(asked),
    sent: asked.url.searchParams.has('sent'),
    mailbox,
  })

  return {
    async Menu({ url, identity }) {
      const data: MenuData = { person: await personOf(identity), next: isWayIn(url) ? nextOf(url) : toPagePath(url) }
      return { title: '', data }
    },

    async Components({ url: { searchParams } }) {
      const data: StyleGuideData = {
        scheme: oneOf(['light', 'dark'], searchParams.get('scheme')),
        direction: oneOf(['ltr', 'rtl'], searchParams.get('dir')),
      }
      return { title: 'Components · Fernweh', data }
    },

    async People({ url, identity }) {
      return { title: '', data: await choice(identity, toPagePath(url)) }
    },

    async SignIn(asked) {
      const people = await choice(asked.identity, nextOf(asked.url))
      const passwordSet = asked.url.searchParams.get('done') === 'password-set'
      const data: SignInData = { ...people, typed: typedIn(asked), passwordSet }
      return { title: { key: 'title.sign-in' }, data }
    },

    async SignUp(asked) {
      const data: SignUpData = { ...byMail(asked), next: nextOf(asked.url) }
      return { title: { key: 'title.sign-up' }, data }
    },

    async ConfirmSignUp({ url }) {
      return { title: { key: 'title.confirm' }, data: toToken(url) }
    },

    async ResetPassword(asked) {
      const data: ResetPasswordData = byMail(asked)
      return { title: { key: 'title.reset' }, data }
    },

    async NewPassword({ url }) {
      return { title: { key: 'title.reset' }, data: toToken(url) }
    },

    async Account(asked) {
      const { identity, url } = asked
      if (!identity) return { status: 303, title: '', meta: { location: '/sign-in?next=/account' }, data: null }
      const [mine, { signIns }] = await Promise.all([
        callOperation(accounts, myProfile, { identity }),
        callOperation(accounts, mySignIns, { identity }),
      ])
      const data: AccountData = { ...mine, signIns, typed: typedIn(asked), completed: toDone(url) }
      return { title: { key: 'title.account' }, data }
    },
  }
}

const nextOf = (url: URL) => toLocalPath(url.searchParams.get('next') ?? '/') ?? '/'
/** Whoever signs in from there goes on, and not back. */
const isWayIn = ({ pathname }: URL) => /^\/(sign-in|sign-up|reset-password)(\/|$)/.test(pathname)
const toToken = (url: URL): TokenData => ({ token: url.searchParams.get('token') })

function oneOf<Word extends string>(words: readonly Word[], asked: string | null): Word | null {
  return words.find((word) => word === asked) ?? null
}
