import { describe, expect, test } from 'vitest'
import { ann, render, signIn, signUp, TOKEN, tagOf } from '../testing/render.tsx'
import { ConfirmSignUp } from './ConfirmSignUp.tsx'
import { NewPassword } from './NewPassword.tsx'
import { ResetPassword } from './ResetPassword.tsx'
import { SignIn } from './SignIn.tsx'
import { SignUp } from './SignUp.tsx'

describe('signing in', () => {
  test('is a native form that works without script', () => {
    const form = tagOf(render(SignIn, signIn), 'form', 'id="sign-in"')
    expect(form).toContain('method="post"')
    expect(form).toContain('action="/api/account/sign-in"')
    const html = render(SignIn, signIn)
    expect(html).toContain('<input type="hidden" name="next" value="/e/tram"/>')
    expect(html).toContain('name="key" value="key-sign-in"')
    expect(html).not.toContain('disabled')
  })

  test('is recognised by password managers', () => {
    const html = render(SignIn, signIn)
    expect(tagOf(html, 'input', 'name="mail"')).toContain('autoComplete="username"')
    expect(tagOf(html, 'input', 'name="password"')).toContain('autoComplete="current-password"')
  })

  test('each demo account is one button', () => {
    const html = render(SignIn, signIn)
    expect(html).toMatch(/<button type="submit" value="ann"[^>]*name="accountId"[^>]*>.*<bdi>Ann<\/bdi>.*<\/button>/)
    expect(render(SignIn, { ...signIn, people: [] })).not.toContain('demo-sign-in')
  })

  test('a form error is shown once, above the fields it links to', () => {
    const html = render(SignIn, signIn, { invalid: 'mail password', form: 'sign-in' })
    expect(tagOf(html, 'div', 'id="sign-in-form-error"')).toContain('tabindex="-1"')
    const links = [...html.matchAll(/<a href="#([\w-]+)">/g)].map(([, id]) => id)
    expect(links).toEqual(['sign-in-mail', 'sign-in-password'])
    for (const id of links) expect(tagOf(html, 'input', `id="${id}"`)).toContain('aria-invalid="true"')
    expect(render(SignIn, signIn)).not.toContain('sign-in-form-error')
  })

  test('a refusal is shown at the field; the address is kept and the password is not', () => {
    const data = { ...signIn, typed: { mail: 'ann@example.org' } }
    const html = render(SignIn, data, { refused: 'wrong-mail-or-password', form: 'sign-in' })
    const password = tagOf(html, 'input', 'name="password"')
    expect(password).toContain('aria-invalid="true"')
    expect(password).toContain('aria-describedby="sign-in-password-error"')
    expect(html).toMatch(/id="sign-in-password-error"[^>]*>The email address or the password is incorrect/)
    expect(tagOf(html, 'input', 'name="mail"')).toContain('value="ann@example.org"')
    expect(password).not.toContain('value=')
  })

  test('an unknown refusal in the address shows nothing', () => {
    const html = render(SignIn, signIn, { refused: 'your-account-is-locked-call-us', form: 'sign-in' })
    expect(html).toBe(render(SignIn, signIn))
  })

  test('whoever is signed in already can continue', () => {
    expect(render(SignIn, { ...signIn, person: ann })).toContain('<a href="/e/tram">Continue</a>')
  })
})

describe('signing up', () => {
  test('asks for no password yet', () => {
    expect(render(SignUp, signUp)).not.toContain('type="password"')
  })

  test('sends the language of the page along', () => {
    const localeOf = (locale: string) => tagOf(render(SignUp, signUp, null, locale), 'input', 'name="locale"')
    expect(localeOf('de-AT')).toContain('value="de-AT"')
    expect(localeOf('ar-EG-u-nu-latn')).toContain('value="ar-EG"')
  })

  test('each invalid field shows its own error', () => {
    const html = render(SignUp, signUp, { invalid: 'name mail', form: 'sign-up' })
    expect(tagOf(html, 'input', 'name="name"')).toContain('aria-invalid')
    expect(tagOf(html, 'input', 'name="mail"')).toContain('aria-invalid')
  })

  test('afterwards says to which address it wrote, and can write there again', () => {
    const typed = { name: 'Dora', mail: 'dora@example.org' }
    const sent = render(SignUp, { ...signUp, sent: true, typed })
    expect(sent).toContain('We have sent an email to dora@example.org.')
    for (const field of ['name="mail" value="dora@example.org"', 'name="name" value="Dora"', 'name="resend" value="1"'])
      expect(sent).toContain(`<input type="hidden" ${field}/>`)
    expect(sent).toContain('>Send it again</button>')
    expect(render(SignUp, { ...signUp, sent: true, resent: true, typed })).toContain(
      'another email to dora@example.org',
    )
    expect(render(SignUp, { ...signUp, sent: true })).not.toContain('Send it again')
  })

  test('that was sent too often says so, and to whom', () => {
    const typed = { name: 'Dora', mail: 'dora@example.org' }
    const html = render(SignUp, { ...signUp, sent: true, typed }, { refused: 'too-many-tries', form: 'resend' })
    expect(html).toContain('We have already written several times in the last hour.')
  })

  test('afterwards says to check the email; the demo inbox is linked only where there is one', () => {
    const sent = render(SignUp, { ...signUp, sent: true })
    expect(sent).toContain('Check your email')
    expect(sent).not.toContain('mailbox')
    expect(render(SignUp, { ...signUp, sent: true, mailbox: 'http://127.0.0.1:8025' })).toContain(
      'href="http://127.0.0.1:8025"',
    )
  })

  test('is confirmed by a form with a new password and the token of the email', () => {
    const html = render(ConfirmSignUp, { token: TOKEN, mail: 'ann@example.org' })
    expect(html).toContain('name="password"')
    expect(html).toContain(`<input type="hidden" name="token" value="${TOKEN}"/>`)
    expect(render(ConfirmSignUp, { token: null, mail: null })).not.toContain('<form')
  })

  test('shows the password rules before anything is entered, and asks for it once', () => {
    const html = render(ConfirmSignUp, { token: TOKEN, mail: 'ann@example.org' })
    expect(html.match(/type="password"/g)).toHaveLength(1)
    expect(tagOf(html, 'input', 'name="password"')).toContain('aria-describedby="confirm-password-hint"')
    expect(html).toContain('At least 10 characters')
    expect(html).toContain('aria-label="Show password"')
  })

  test('an expired link leads to a new one', () => {
    const outcome = { refused: 'link-out-of-date', form: 'confirm' }
    expect(render(ConfirmSignUp, { token: TOKEN, mail: 'ann@example.org' }, outcome)).toContain('href="/sign-up"')
  })
})

describe('a new password', () => {
  test.each([
    ['the first one', ConfirmSignUp, 'confirm'],
    ['another one', NewPassword, 'new'],
  ] as const)('%s is saved by password managers under the address of the link', (_, Fragment, form) => {
    const html = render(Fragment, { token: TOKEN, mail: 'ann@example.org' })
    const user = tagOf(html, 'input', `id="${form}-mail"`)
    for (const attribute of ['autoComplete="username"', 'value="ann@example.org"', 'readOnly=""'])
      expect(user).toContain(attribute)
    expect(user).not.toContain(' name=')
    expect(html.indexOf('username')).toBeLessThan(html.indexOf('new-password'))
    expect(render(Fragment, { token: TOKEN, mail: null })).not.toContain('username')
  })
})

describe('a forgotten password', () => {
  test('says the same whatever the address', () => {
    expect(render(ResetPassword, { ...signUp, sent: true })).toContain('If there is an account for this address')
  })

  test('a common password is refused at the field', () => {
    const html = render(
      NewPassword,
      { token: TOKEN, mail: 'ann@example.org' },
      { refused: 'password-too-common', form: 'new' },
    )
    expect(html).toMatch(/id="new-password-error"[^>]*>This password is easy to guess/)
  })

  test('an expired link says that nothing changed', () => {
    const html = render(
      NewPassword,
      { token: TOKEN, mail: 'ann@example.org' },
      { refused: 'link-out-of-date', form: 'new' },
    )
    expect(html).toContain('Your password was not changed.')
  })
})
