import { operation } from '@fernweh/contracts/api/operation'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createServerHost } from './server-host.ts'
import { SubmissionForm } from './submission-form.ts'
import { useSubmission } from './use-submission.ts'

const book = operation({ name: 'POST /tables/:table', params: z.object({ table: z.string() }), answer: z.object({}) })
const host = createServerHost({ user: null, locale: 'en', messages: {}, release: 'test' })

function Book({ form }: { form?: string }) {
  const submission = useSubmission<typeof book>(host, 'POST /tables/:table', 'key-of-ann', form ? { form } : {})
  const read = () => ({ params: { table: 't1' } })
  return createElement(SubmissionForm<typeof book>, {
    submission,
    action: '/api/food/tables/t1',
    page: '/menu?day=3',
    read,
  })
}

test('a form works by itself: where it leads, its intention, and where to come back to', () => {
  const html = renderToString(createElement(Book))
  expect(html).toContain('<form action="/api/food/tables/t1" method="post">')
  expect(html).toContain('<input type="hidden" name="key" value="key-of-ann"/>')
  expect(html).toContain('<input type="hidden" name="page" value="/menu?day=3"/>')
  expect(html).not.toContain('name="form"')
})

test('one of several forms says which one it is', () => {
  const html = renderToString(createElement(Book, { form: 'book-t1' }))
  expect(html).toContain('id="book-t1"')
  expect(html).toContain('<input type="hidden" name="form" value="book-t1"/>')
})
