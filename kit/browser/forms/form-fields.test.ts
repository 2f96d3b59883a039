// @vitest-environment happy-dom
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { readFields, toFields } from './form-fields.ts'

afterEach(() => document.body.replaceChildren())

function toForm(entries: readonly (readonly [string, string])[]): FormData {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}

test('what every form has is no field of its operation', () => {
  const form = toForm([
    ['key', 'key-12345'],
    ['page', '/menu'],
    ['form', 'book'],
    ['seats', '2'],
  ])
  expect(toFields(form)).toEqual({ seats: '2' })
})

test('several values of one field are joined as the server joins them, in their order', () => {
  const form = toForm([
    ['interests', 'wine'],
    ['seats', '2'],
    ['interests', 'art'],
  ])
  expect(toFields(form)).toEqual({ interests: 'wine,art', seats: '2' })
})

test('every other field is there once, with what was typed', () => {
  const name = fc.stringMatching(/^[a-z]{1,8}$/).filter((text) => !['key', 'page', 'form'].includes(text))
  const entries = fc.array(fc.tuple(name, fc.string()), { maxLength: 20 })
  fc.assert(
    fc.property(entries, (typed) => {
      const fields = toFields(toForm(typed))
      expect(new Set(Object.keys(fields))).toEqual(new Set(typed.map(([name]) => name)))
      for (const [name, value] of Object.entries(fields))
        expect(value).toBe(
          typed
            .filter(([other]) => other === name)
            .map(([, text]) => text)
            .join(','),
        )
    }),
  )
})

test('the fields of a form on the page are read by its id; what is no form has none', () => {
  document.body.innerHTML = `<form id="search"><input type="hidden" name="page" value="/"><input name="q" value="tea">
    <input name="late" value="1" disabled></form><div id="list"></div>`
  expect(readFields('search')).toEqual({ q: 'tea' })
  expect([readFields('list'), readFields('nowhere')]).toEqual([{}, {}])
})
