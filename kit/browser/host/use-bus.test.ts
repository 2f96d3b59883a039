// @vitest-environment happy-dom
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { render, settle } from '../testing/render.ts'
import { createBus } from './bus.ts'
import { useBus } from './use-bus.ts'
import { MessagesProvider, useMessages } from './use-messages.ts'

interface Events {
  'search:asked': { words: string }
}
const bus = createBus<Events>()

function Asked() {
  return createElement('p', {}, useBus({ bus }, 'search:asked', null)?.words ?? 'nothing')
}

function Greeting() {
  const { locale, t } = useMessages()
  return createElement('p', { lang: locale }, t('greeting'))
}

test('a fragment shows the first value until a message comes, then the last message', async () => {
  const { root, unmount } = await render(createElement(Asked))
  expect(root.textContent).toBe('nothing')
  await settle(() => bus.emit('search:asked', { words: 'tea' }))
  await settle(() => bus.emit('search:asked', { words: 'coffee' }))
  expect(root.textContent).toBe('coffee')
  await unmount()
})

test('a fragment that mounts late shows the last message; the server, which has no page, the first value', async () => {
  await settle(() => bus.emit('search:asked', { words: 'cocoa' }))
  const { root, unmount } = await render(createElement(Asked))
  expect(root.textContent).toBe('cocoa')
  expect(renderToString(createElement(Asked))).toBe('<p>nothing</p>')
  await unmount()
})

test('a component reads the messages of the fragment around it, and says so when there is none', () => {
  const messages = { locale: 'de-AT', t: (key: string) => `${key}!` }
  expect(renderToString(createElement(MessagesProvider, messages, createElement(Greeting)))).toBe(
    '<p lang="de-AT">greeting!</p>',
  )
  expect(() => renderToString(createElement(Greeting))).toThrow('called outside a fragment')
})
