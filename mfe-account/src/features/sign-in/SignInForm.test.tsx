import type { Person } from '@fernweh/contracts/api/accounts'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SignInForm } from './SignInForm.tsx'

const ann: Person = { accountId: 'ann', role: 'traveller', name: 'Ann', homeCity: null }

test('each person is one button of a native form that works before any script', () => {
  const html = renderToString(<SignInForm people={[ann]} next="/e/tram" />)
  expect(html).toContain('action="/api/account/sign-in" method="post"')
  expect(html).toContain('<input type="hidden" name="next" value="/e/tram"/>')
  expect(html).toMatch(/<button type="submit" value="ann"[^>]*name="accountId"[^>]*><span>Ann/)
  expect(html).not.toContain('disabled')
})
