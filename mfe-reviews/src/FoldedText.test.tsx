// @vitest-environment happy-dom
import { MessagesProvider } from '@fernweh/kit/browser/host/use-messages'
import { render, settle } from '@fernweh/kit/browser/testing/render'
import { createCatalog } from '@fernweh/kit/language/messages'
import { createTranslate } from '@fernweh/kit/language/translate'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FoldedText } from './FoldedText.tsx'
import { allMessages } from './messages.ts'

const long = 'We walked for hours, and it was worth every step. '.repeat(12)
const shown = (text: string) => {
  const locale = 'en-GB'
  return (
    <MessagesProvider locale={locale} t={createTranslate(locale, createCatalog(allMessages).read(locale))}>
      <FoldedText text={text} />
    </MessagesProvider>
  )
}

test('a long review folds, and opens and closes by a button that says which', async () => {
  const { root, unmount } = await render(shown(long))
  const button = () => root.querySelector('button') as HTMLButtonElement
  const state = () => [button().textContent, button().getAttribute('aria-expanded')]
  const classes = () => root.querySelector('p')?.className
  const folded = classes()
  expect(state()).toEqual(['Read more', 'false'])
  expect(root.querySelector('p')?.id).toBe(button().getAttribute('aria-controls'))
  await settle(() => button().click())
  expect(state()).toEqual(['Show less', 'true'])
  expect(classes()).not.toBe(folded)
  await settle(() => button().click())
  expect([...state(), classes()]).toEqual(['Read more', 'false', folded])
  await unmount()
})

test('a short one does not fold, and without script a long one is whole', async () => {
  const { root, unmount } = await render(shown('Short and good.'))
  expect(root.querySelector('button')).toBeNull()
  const classOfShort = root.querySelector('p')?.className
  await unmount()
  const html = renderToString(shown(long))
  expect(html).not.toContain('<button')
  expect(html).toContain(`class="${classOfShort}"`)
})
