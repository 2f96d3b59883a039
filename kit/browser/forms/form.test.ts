import { operation } from '@fernweh/contracts/api/operation'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createServerHost } from '../host/server-host.ts'
import { Form } from './form.ts'
import { useForm } from './use-form.ts'

const book = operation({
  name: 'POST /tables/:table/book',
  params: z.object({ table: z.string() }),
  body: z.object({ seats: z.string() }),
  answer: z.object({}),
  refusals: ['table-taken'],
})
const host = createServerHost({ team: 'food', user: null, locale: 'en', messages: {}, release: 'test' })

function Book({ outcome = null }: { outcome?: { form: string; refused?: string; invalid?: string } | null }) {
  const fragment = { host, idempotencyKey: 'key-of-ann', outcome }
  const form = useForm<typeof book>(fragment, 'POST /tables/:table/book', {
    id: 'book-t1',
    page: '/menu?day=3',
    params: { table: 't 1' },
    labels: { seats: 'Seats' },
    refusals: { 'table-taken': 'Somebody was faster.' },
    invalid: { seats: 'Enter a number.' },
    onDone() {},
  })
  return createElement(Form<typeof book>, { form, hidden: { source: 'menu' } }, form.message, form.field('seats').error)
}

test('a form works without script: address from team, operation and parameters; key; page to come back to', () => {
  const html = renderToString(createElement(Book))
  expect(html).toContain('<form id="book-t1" action="/api/food/tables/t%201/book" method="post">')
  expect(html).toContain('<input type="hidden" name="key" value="key-of-ann-book-t1"/>')
  expect(html).toContain('<input type="hidden" name="page" value="/menu?day=3"/>')
  expect(html).toContain('<input type="hidden" name="form" value="book-t1"/>')
  expect(html).toContain('<input type="hidden" name="source" value="menu"/>')
})

test('a form that came back refused or invalid shows its message, and another form shows none', () => {
  const show = (outcome: { form: string; refused?: string; invalid?: string }) =>
    renderToString(createElement(Book, { outcome }))
  expect(show({ form: 'book-t1', refused: 'table-taken' })).toContain('Somebody was faster.')
  expect(show({ form: 'book-t1', invalid: 'seats' })).toContain('Enter a number.')
  expect(show({ form: 'book-t2', refused: 'table-taken' })).not.toContain('Somebody was faster.')
})
