// @vitest-environment happy-dom
import { render, settle } from '@fernweh/kit/browser/testing/render'
import { afterEach, expect, test } from 'vitest'
import { useKeptFields } from './use-kept-fields.ts'

afterEach(() => sessionStorage.clear())

function Form({ typed = '' }: { typed?: string }) {
  const { ref, keep, forget } = useKeptFields('sign-up', ['name', 'mail'])
  return (
    <div ref={ref} onInput={keep}>
      <input name="name" defaultValue={typed} />
      <input name="mail" />
      <input name="password" type="password" />
      <button type="button" onClick={forget} />
    </div>
  )
}

/** As after a reload: what the page had is gone. */
async function open(typed?: string) {
  const { root, unmount } = await render(<Form {...(typed && { typed })} />)
  const input = (name: string) => root.querySelector(`input[name="${name}"]`) as HTMLInputElement
  return {
    root,
    unmount,
    values: () => ['name', 'mail', 'password'].map((name) => input(name).value),
    type: (name: string, value: string) =>
      settle(() => {
        input(name).value = value
        input(name).dispatchEvent(new Event('input', { bubbles: true }))
      }),
  }
}

test('name and address survive a reload, a password does not', async () => {
  const before = await open()
  await before.type('name', 'Dora')
  await before.type('mail', 'dora@example.org')
  await before.type('password', 'three small boats')
  await before.unmount()
  expect(JSON.stringify({ ...sessionStorage })).not.toContain('boats')
  const after = await open()
  expect(after.values()).toEqual(['Dora', 'dora@example.org', ''])
  await after.unmount()
})

test('what the server shows again wins, and what was sent is forgotten', async () => {
  const before = await open()
  await before.type('name', 'Dora')
  await before.unmount()
  const shown = await open('Dorothea')
  expect(shown.values()[0]).toBe('Dorothea')
  await settle(() => shown.root.querySelector('button')?.click())
  await shown.unmount()
  const after = await open()
  expect(after.values()).toEqual(['', '', ''])
  await after.unmount()
})
