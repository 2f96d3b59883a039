import { languages } from '@fernweh/contracts/browser/languages'
import { expect, test } from 'vitest'
import { Account } from './fragments/Account.tsx'
import { DemoAccounts } from './fragments/DemoAccounts.tsx'
import { ResetPassword } from './fragments/ResetPassword.tsx'
import { SignIn } from './fragments/SignIn.tsx'
import { SignUp } from './fragments/SignUp.tsx'
import { account, ann, render, signIn, signUp } from './testing/render.tsx'

/** What people and browsers say themselves, and what is read as it is written. */
const NOT_OURS = /Ann|4242 4242 4242 4242|ann@example\.org|Fernweh|bells/g

/** Text and words of attributes, without those in another language by their own `lang`. */
function saidIn(html: string): string {
  const own = html.replace(/<(\w+)[^>]* lang="[^"]*"[^>]*>[^<]*<\/\1>/g, '')
  const labels = [...own.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label)
  return [own.replace(/<[^>]*>/g, ' '), ...labels].join(' ').replace(NOT_OURS, '')
}

const everything = (locale: string) => [
  render(Account, { ...account, completed: 'opened' }, null, locale),
  render(Account, account, { refused: 'changed-elsewhere', form: 'profile' }, locale),
  render(DemoAccounts, { ...signIn, person: ann, people: [{ ...ann, accountId: 'bob' }] }, null, locale),
  render(SignIn, { ...signIn, person: ann, passwordSet: true }, { invalid: 'mail', form: 'sign-in' }, locale),
  render(SignUp, signUp, { invalid: 'name mail password', form: 'sign-up' }, locale),
  render(SignUp, { ...signUp, sent: true, mailbox: 'http://127.0.0.1' }, null, locale),
  render(ResetPassword, signUp, null, locale),
]

test('nothing on an Arabic page is in another script', () => {
  for (const html of everything('ar-EG-u-nu-latn')) expect(saidIn(html)).not.toMatch(/\p{Script=Latin}{2}/u)
})

test('everything is said in every language', () => {
  const inEnglish = everything('en')
  for (const language of languages.filter((one) => one !== 'en')) {
    everything(language).forEach((html, at) => {
      expect(saidIn(html)).not.toBe(saidIn(inEnglish[at] ?? ''))
    })
  }
})
