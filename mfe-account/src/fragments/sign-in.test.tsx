import { describe, expect, test } from 'vitest'
import { ann, render, signIn, signUp, TOKEN, tagOf } from '../testing/render.tsx'
import { ConfirmSignUp } from './ConfirmSignUp.tsx'
import { NewPassword } from './NewPassword.tsx'
import { ResetPassword } from './ResetPassword.tsx'
import { SignIn } from './SignIn.tsx'
import { SignUp } from './SignUp.tsx'

describe('signing in', () => {
  test('is a native form that works before any script', () => {
    const form = tagOf(render(SignIn, signIn), 'form', 'id="sign-in"')
    expect(form).toContain('method="post"')
    expect(form).toContain('action="/api/account/sign-in"')
    const html = render(SignIn, signIn)
    expect(html).toContain('<input type="hidden" name="next" value="/e/tram"/>')
    expect(html).toContain('name="key" value="key-sign-in"')
    expect(html).not.toContain('disabled')
  })

  test('is known to password managers', () => {
    const html = render(SignIn, signIn)
    expect(tagOf(html, 'input', 'name="mail"')).toContain('autoComplete="username"')
    expect(tagOf(html, 'input', 'name="password"')).toContain('autoComplete="current-password"')
  })

  test('each of the demo people is one button', () => {
    const html = render(SignIn, signIn)
    expect(html).toMatch(/<button type="submit" value="ann"[^>]*name="accountId"[^>]*>.*<bdi>Ann<\/bdi>.*<\/button>/)
    expect(render(SignIn, { ...signIn, people: [] })).not.toContain('demo-sign-in')
  })

  test('what stands in the way is said once, above the fields it leads to', () => {
    const html = render(SignIn, signIn, { invalid: 'mail password', form: 'sign-in' })
    expect(tagOf(html, 'div', 'id="sign-in-trouble"')).toContain('tabindex="-1"')
    const links = [...html.matchAll(/<a href="#([\w-]+)">/g)].map(([, id]) => id)
    expect(links).toEqual(['sign-in-mail', 'sign-in-password'])
    for (const id of links) expect(tagOf(html, 'input', `id="${id}"`)).toContain('aria-invalid="true"')
    expect(render(SignIn, signIn)).not.toContain('sign-in-trouble')
  })

  test('refused, says so at the field, keeps the address and no password', () => {
    const data = { ...signIn, typed: { mail: 'ann@example.org' } }
    const html = render(SignIn, data, { refused: 'wrong-mail-or-password', form: 'sign-in' })
    const password = tagOf(html, 'input', 'name="password"')
    expect(password).toContain('aria-invalid="true"')
    expect(password).toContain('aria-describedby="sign-in-password-error"')
    expect(html).toMatch(/id="sign-in-password-error"[^>]*>This mail address and this password do not belong/)
    expect(tagOf(html, 'input', 'name="mail"')).toContain('value="ann@example.org"')
    expect(password).not.toContain('value=')
  })

  test('an address without words for its refusal says nothing', () => {
    const html = render(SignIn, signIn, { refused: 'your-account-is-locked-call-us', form: 'sign-in' })
    expect(html).toBe(render(SignIn, signIn))
  })

  test('who is signed in already may go on', () => {
    expect(render(SignIn, { ...signIn, person: ann })).toContain('<a href="/e/tram">Continue</a>')
  })
})

describe('signing up', () => {
  test('says the rules of a password before anything is typed', () => {
    const html = render(SignUp, signUp)
    expect(tagOf(html, 'input', 'name="password"')).toContain('aria-describedby="sign-up-password-hint"')
    expect(html).toContain('At least 10 characters')
    expect(tagOf(html, 'input', 'name="password"')).toContain('autoComplete="new-password"')
  })

  test('asks for an account in the language of the page', () => {
    const localeOf = (locale: string) => tagOf(render(SignUp, signUp, null, locale), 'input', 'name="locale"')
    expect(localeOf('de-AT')).toContain('value="de-AT"')
    expect(localeOf('ar-EG-u-nu-latn')).toContain('value="ar-EG"')
  })

  test('invalid fields are each named where they are', () => {
    const html = render(SignUp, signUp, { invalid: 'name mail', form: 'sign-up' })
    expect(tagOf(html, 'input', 'name="name"')).toContain('aria-invalid')
    expect(tagOf(html, 'input', 'name="mail"')).toContain('aria-invalid')
    expect(tagOf(html, 'input', 'name="password"')).not.toContain('aria-invalid')
  })

  test('afterwards says to look into the mail; the mailbox is named only where there is one', () => {
    const sent = render(SignUp, { ...signUp, sent: true })
    expect(sent).toContain('Check your email')
    expect(sent).not.toContain('mailbox')
    expect(render(SignUp, { ...signUp, sent: true, mailbox: 'http://127.0.0.1:8025' })).toContain(
      'href="http://127.0.0.1:8025"',
    )
  })

  test('is confirmed with the password, by a form that carries the token of the mail', () => {
    const html = render(ConfirmSignUp, { token: TOKEN })
    expect(html).toContain('name="password"')
    expect(html).toContain(`<input type="hidden" name="token" value="${TOKEN}"/>`)
    expect(render(ConfirmSignUp, { token: null })).not.toContain('<form')
  })

  test('with another password is refused at the field', () => {
    const html = render(ConfirmSignUp, { token: TOKEN }, { refused: 'wrong-password', form: 'confirm' })
    expect(html).toMatch(/id="confirm-password-error"[^>]*>This is not the password you chose/)
  })

  test('a link out of date leads to a new one', () => {
    const outcome = { refused: 'link-out-of-date', form: 'confirm' }
    expect(render(ConfirmSignUp, { token: TOKEN }, outcome)).toContain('href="/sign-up"')
  })
})

describe('a forgotten password', () => {
  test('after asking, one is told the same whatever the address', () => {
    expect(render(ResetPassword, { ...signUp, sent: true })).toContain('If there is an account for this address')
  })

  test('a common one is refused at the field', () => {
    const html = render(NewPassword, { token: TOKEN }, { refused: 'password-too-common', form: 'new' })
    expect(html).toMatch(/id="new-password-error"[^>]*>This password is easy to guess/)
  })

  test('a link out of date says that nothing changed', () => {
    const html = render(NewPassword, { token: TOKEN }, { refused: 'link-out-of-date', form: 'new' })
    expect(html).toContain('Your password was not changed.')
  })
})
