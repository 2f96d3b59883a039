import { category } from '@fernweh/contracts/events/catalog'
import { describe, expect, test } from 'vitest'
import { account, ann, render, tagOf } from '../testing/render.tsx'
import { Account } from './Account.tsx'
import { DemoAccounts } from './DemoAccounts.tsx'
import { Menu } from './Menu.tsx'

describe('the account', () => {
  test('shows the stored profile, including values that the lists do not offer', () => {
    const html = render(Account, account)
    expect(html).toMatch(/<option value="de-CH"[^>]* selected=""/)
    expect(render(Account, { ...account, profile: { ...account.profile, homeCity: 'Leeds' } })).toContain(
      '<option value="Leeds" selected="">Leeds</option>',
    )
    expect(tagOf(html, 'input', 'value="bells"')).toContain('checked')
    expect(tagOf(html, 'input', 'value="water"')).toContain('checked')
    expect(tagOf(html, 'input', 'value="walk"')).not.toContain('checked')
    expect(html).toContain('<input type="hidden" name="version" value="3"/>')
  })

  test('changed elsewhere keeps what was entered and shows the other version beside it', () => {
    const typed = { name: 'Anna', homeCity: '', locale: 'de-AT', interests: 'water,bells' }
    const html = render(Account, { ...account, typed }, { refused: 'changed-elsewhere', form: 'profile' })
    expect(html).toContain('<dt>Name (other version)</dt><dd>Ann</dd>')
    expect(html).toContain('<dt>Language for emails (other version)</dt><dd>Deutsch (Schweiz)</dd>')
    expect(html).not.toContain('Home city there')
    expect(html).not.toContain('Interests there')
    expect(tagOf(html, 'input', 'name="name"')).toContain('value="Anna"')
  })

  test('a refusal is shown by its own form only', () => {
    const html = render(Account, account, { refused: 'wrong-password', form: 'password' })
    expect(tagOf(html, 'input', 'name="current"')).toContain('aria-invalid')
    expect(tagOf(html, 'input', 'name="next"')).not.toContain('aria-invalid')
    expect(render(Account, account, { refused: 'wrong-password', form: 'profile' })).toBe(render(Account, account))
  })

  test('offers every category of the catalog as an interest', () => {
    const html = render(Account, account)
    for (const one of category.options) expect(tagOf(html, 'input', `value="${one}"`)).toContain('name="interests"')
  })

  test('names each language in itself, and everything else in the language of the page', () => {
    const html = render(Account, account, null, 'de-DE')
    expect(html).toContain('<option value="ar-EG" lang="ar-EG">العربية (مصر)</option>')
    expect(html).toContain('Auf dem Wasser')
    expect(html).toContain('Angemeldet vor 10 Minuten')
    const arabic = render(Account, account, null, 'ar-EG-u-nu-latn')
    expect(arabic).toContain('سُجّل الدخول قبل 3 أيام')
    expect(arabic).toContain('<option value="Bergen">برغن</option>')
  })

  test('an account without email address has no password to change', () => {
    expect(render(Account, { ...account, mail: null })).not.toContain('Change password')
  })

  test('lists the sign-ins here and elsewhere, and offers to end them', () => {
    const html = render(Account, account)
    expect(html).toContain('Signed in 10 minutes ago')
    expect(html).toContain('Signed in 3 days ago')
    expect(html).toContain('action="/api/account/sign-ins/s1/end"')
    expect(html).toContain('action="/api/account/sign-out-everywhere"')
  })

  test('shows once what was completed', () => {
    expect(render(Account, { ...account, completed: 'password-changed' })).toContain(
      'You are signed out everywhere else.',
    )
    expect(render(Account, { ...account, completed: 'opened' })).toContain('Your account is ready')
  })
})

describe('until they have pages of their own', () => {
  const told = { host: 'You are signed in as a host.', moderator: 'You are signed in as a moderator.' }
  const roles = ['host', 'moderator'] as const

  test.each(roles)('a %s is told what they can do, on the account and on the home page', (role) => {
    expect(render(Account, { ...account, role })).toContain(told[role])
    const person = { ...ann, role }
    expect(render(DemoAccounts, { person, people: [person], next: '/' })).toContain(told[role])
  })

  test('a traveller is told nothing', () => {
    expect(render(Account, account)).not.toContain('You are signed in as')
    expect(render(DemoAccounts, { person: ann, people: [ann], next: '/' })).toBe('')
  })
})

describe('the menu', () => {
  test('links to the account, or to the sign-in page and back', () => {
    expect(render(Menu, { person: ann, next: '/e/1', signedOut: false })).toMatch(
      /<a[^>]*href="\/account" dir="auto"[^>]*>Ann<\/a>/,
    )
    expect(render(Menu, { person: null, next: '/e/1', signedOut: false })).toContain('href="/sign-in?next=%2Fe%2F1"')
  })

  test('says that somebody has just signed out, and only then', () => {
    const menu = { person: null, next: '/e/1', signedOut: true }
    expect(render(Menu, menu)).toMatch(/role="status".*You are signed out\./)
    expect(render(Menu, menu, null, 'de-DE')).toContain('Du bist abgemeldet.')
    expect(render(Menu, { ...menu, signedOut: false })).not.toContain('signed out')
  })
})
