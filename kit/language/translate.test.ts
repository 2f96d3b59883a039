import { expect, test } from 'vitest'
import { createCatalog } from './messages.ts'

const one = {
  greeting: 'Hello {name},',
  'seats.of': '{seats, plural, one {# seat for {name}} other {# seats for {name}}}',
}
const catalog = createCatalog([{ en: one, de: one, ar: one }])

test.each(['\\u000d\\u000aBcc: eve@evil.example', '\\u202eeve', '\\x0a', '\\', '\\\\u0041', '{name}', '<b>', "'#'"])(
  'a value is shown as it was typed: %s',
  (name) => {
    const t = catalog.in('en-GB')
    expect(t('greeting', { name })).toBe(`Hello ${name},`)
    expect(t('seats.of', { seats: 2, name })).toBe(`2 seats for ${name}`)
  },
)
