// @vitest-environment happy-dom
import { operation } from '@fernweh/contracts/api/operation'
import { createElement } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { ApiFault } from '../host/api.ts'
import type { Host } from '../host/host.ts'
import { createServerHost } from '../host/server-host.ts'
import { render, settle } from '../testing/render.ts'
import { Form } from './form.ts'
import { useForm } from './use-form.ts'

const book = operation({
  name: 'POST /tables/:table/book',
  params: z.object({ table: z.string() }),
  body: z.object({ name: z.string(), seats: z.string() }).optional(),
  answer: z.object({ booking: z.string() }),
  refusals: ['table-taken', 'name-too-long'],
})

interface Sent {
  input: { key: string; params?: unknown; body?: unknown }
  answer(result: unknown): Promise<void>
  fail(fault: unknown): Promise<void>
}

let sent: Sent[]
let done: string[]
let page: Awaited<ReturnType<typeof render>>

/** Collects what is sent; the test answers. */
const api = ((_name: string, input: Sent['input']) =>
  new Promise((resolve, reject) => {
    sent.push({
      input,
      answer: (result) => settle(() => resolve(result as never)),
      fail: (fault) => settle(() => reject(fault)),
    })
  })) as Host['api']
const host: Host = {
  ...createServerHost({ team: 'food', user: null, locale: 'en', messages: {}, release: 'test' }),
  api,
}

function Book({ fields = ['name', 'seats'] }: { fields?: string[] }) {
  const fragment = { host, idempotencyKey: 'key-of-ann', outcome: null }
  const form = useForm<typeof book>(fragment, 'POST /tables/:table/book', {
    id: 'book',
    page: '/menu',
    params: { table: 't1' },
    labels: { name: 'Name', seats: 'Seats' },
    refusals: {
      'table-taken': 'Somebody was faster.',
      'name-too-long': { message: 'Shorter, please.', field: 'name' },
    },
    invalid: { name: 'Enter a name.', seats: 'Enter a number.' },
    onDone: ({ booking }) => done.push(booking),
  })
  return createElement(
    Form<typeof book>,
    { form },
    fields.map((name) => createElement('input', { key: name, name, id: form.field(name).id })),
    createElement('p', { role: 'status' }, form.busy ? 'busy' : form.message),
    createElement('ul', {}, ...form.wrong.map(({ label, error }) => createElement('li', {}, `${label}: ${error}`))),
    createElement('output', {}, (form.fault as ApiFault | null)?.why),
  )
}

beforeEach(async () => {
  sent = []
  done = []
  page = await render(createElement(Book))
})
afterEach(() => page.unmount())

const find = <Found extends Element>(selector: string) => page.root.querySelector(selector) as Found
const type = (name: string, value: string) => {
  find<HTMLInputElement>(`[name="${name}"]`).value = value
}
const submit = () => settle(() => find<HTMLFormElement>('form').requestSubmit())
const keyInForm = () => find<HTMLInputElement>('[name="key"]').value
const status = () => find('[role="status"]').textContent
const errors = () => [...page.root.querySelectorAll('li')].map(({ textContent }) => textContent)
const last = () => sent.at(-1) as Sent

test('a form is sent in place with its own fields, its parameters and the key it was rendered with', async () => {
  type('name', 'Ann')
  type('seats', '2')
  await submit()
  expect(sent.map(({ input }) => input)).toEqual([
    { key: 'key-of-ann-book', params: { table: 't1' }, body: { name: 'Ann', seats: '2' } },
  ])
  expect(keyInForm()).toBe('key-of-ann-book')
})

test('a form that is sent is busy, and a second submit sends nothing', async () => {
  await submit()
  expect(status()).toBe('busy')
  await submit()
  expect(sent).toHaveLength(1)
  await last().answer({ booking: 'b1' })
  expect([status(), done]).toEqual(['', ['b1']])
})

test('two submits in one turn are one submission: they carry one key', async () => {
  await settle(() => {
    find<HTMLFormElement>('form').requestSubmit()
    find<HTMLFormElement>('form').requestSubmit()
  })
  expect(new Set(sent.map(({ input }) => input.key))).toEqual(new Set(['key-of-ann-book']))
})

test('a done form is another submission the next time', async () => {
  await submit()
  await last().answer({ booking: 'b1' })
  await submit()
  expect(last().input.key).not.toBe('key-of-ann-book')
  expect(keyInForm()).toBe(last().input.key)
})

test('a refused form says why, keeps what was typed, and is sent again under a fresh key', async () => {
  type('name', 'Ann')
  await submit()
  await last().answer({ refused: 'table-taken' })
  expect(status()).toBe('Somebody was faster.')
  expect(find<HTMLInputElement>('[name="name"]').value).toBe('Ann')
  await submit()
  expect(last().input.key).not.toBe('key-of-ann-book')
  expect(last().input.body).toMatchObject({ name: 'Ann' })
  expect(done).toEqual([])
})

test('a refusal about a field stands at the field and not above the form', async () => {
  await submit()
  await last().answer({ refused: 'name-too-long' })
  expect([status(), errors()]).toEqual(['', ['Name: Shorter, please.']])
})

test('an invalid form names its fields in the order of their labels, and the next submission has another key', async () => {
  await submit()
  const invalid = ['seats', 'name'].map((field) => ({ field, problem: 'too short' }))
  await last().fail(new ApiFault('invalid', 400, invalid))
  expect(errors()).toEqual(['Name: Enter a name.', 'Seats: Enter a number.'])
  expect(find('output').textContent).toBe('')
  await submit()
  expect(last().input.key).not.toBe('key-of-ann-book')
})

test('after a fault the same input goes out under the same key, and another input under another', async () => {
  type('name', 'Ann')
  await submit()
  await last().fail(new ApiFault('timeout', 0))
  expect(find('output').textContent).toBe('timeout')
  await submit()
  await last().fail(new ApiFault('offline', 0))
  type('name', 'Bob')
  await submit()
  const [first, again, other] = sent.map(({ input }) => input.key)
  expect(again).toBe(first)
  expect(other).not.toBe(first)
})

test('a form without fields of its own sends no body', async () => {
  await page.show(createElement(Book, { fields: [] }))
  await submit()
  expect(last().input).toEqual({ key: 'key-of-ann-book', params: { table: 't1' } })
})

test('the browser does not leave the page when there is script', async () => {
  const event = new Event('submit', { bubbles: true, cancelable: true })
  const prevented = vi.spyOn(event, 'preventDefault')
  await settle(() => find('form').dispatchEvent(event))
  expect(prevented).toHaveBeenCalledTimes(1)
})
