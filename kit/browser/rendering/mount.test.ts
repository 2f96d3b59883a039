// @vitest-environment happy-dom
import { createElement, useEffect, useId, useState } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { eventually } from '../../testing/eventually.ts'
import type { FragmentProps, FragmentState } from '../host/host.ts'
import { createServerHost } from '../host/server-host.ts'
import { MessagesProvider, useMessages } from '../host/use-messages.ts'
import { setActing } from '../testing/render.ts'
import { toFragmentProps } from './fragment-props.ts'
import { mountFragment } from './mount.ts'
import { prefixOf, toPrefix } from './prefix.ts'

const state: FragmentState<{ city: string }> = {
  data: { city: 'Lisbon' },
  user: null,
  locale: 'en',
  messages: { greeting: 'Hello' },
  now: '2030-01-01T00:00:00Z',
  release: 'r1',
  idempotencyKey: 'key',
  outcome: null,
}
const host = createServerHost({ ...state, team: 'search' })

type Props = FragmentProps<{ city: string }>

function Find({ data }: Props) {
  const { t } = useMessages()
  const [clicks, setClicks] = useState(0)
  return createElement(
    'button',
    { type: 'button', id: useId(), onClick: () => setClicks(clicks + 1) },
    `${t('greeting')} ${data.city} ${clicks}`,
  )
}

function Fragile() {
  const [clicks, setClicks] = useState(0)
  if (clicks > 0) throw new Error('broken by a click')
  return createElement('button', { type: 'button', onClick: () => setClicks(1) }, 'Click me')
}

let onError: ReturnType<typeof vi.spyOn>
beforeEach(() => {
  setActing(false)
  onError = vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
  history.replaceState(null, '', '/')
})

/** A section of a page as the gateway writes it. */
function createSection(html = '', fragment = 'search/Find'): HTMLElement {
  document.body.innerHTML = `<section data-fragment="${fragment}"><div data-root>${html}</div></section>`
  return document.querySelector('[data-root]') as HTMLElement
}

function renderOnServer(Fragment: (props: Props) => unknown): string {
  const fragment = createElement(Fragment as typeof Find, toFragmentProps(state, host))
  const element = createElement(MessagesProvider, host, fragment)
  return renderToString(element, { identifierPrefix: toPrefix('search/Find') })
}

async function mount(Fragment: (props: Props) => unknown, root: HTMLElement) {
  const unmount = mountFragment(Fragment as typeof Find)(root, host, state)
  await eventually(() => root.dataset.interactive ?? root.dataset.broken).toBe('')
  return unmount
}

const click = (root: HTMLElement) => root.querySelector('button')?.click()
const shows = (root: HTMLElement, text: string) => eventually(() => root.textContent).toBe(text)

describe('a fragment with HTML of the server', () => {
  test('is hydrated: its elements stay, and it becomes interactive', async () => {
    const root = createSection(renderOnServer(Find))
    const button = root.firstElementChild
    const unmount = await mount(Find, root)
    expect(root.firstElementChild).toBe(button)
    expect(root.dataset.interactive).toBe('')
    click(root)
    await shows(root, 'Hello Lisbon 1')
    expect(onError).not.toHaveBeenCalled()
    unmount()
    await shows(root, '')
  })

  test('clears the outcome of a form from the address once it is interactive', async () => {
    history.replaceState(null, '', '/e/1?refused=full&form=book')
    await mount(Find, createSection(renderOnServer(Find)))
    expect(location.href).toMatch(/\/e\/1$/)
  })

  test('keeps that HTML when it cannot be rendered, and is marked as broken', async () => {
    const html = renderOnServer(Find)
    const root = createSection(html)
    const fault = new Error('no such city')
    await mount(() => {
      throw fault
    }, root)
    expect(root.innerHTML).toBe(html)
    expect([root.dataset.broken, root.dataset.interactive]).toEqual(['', undefined])
    expect(onError).toHaveBeenCalledWith(fault)
  })

  test('gets that HTML back when it breaks later', async () => {
    const html = renderOnServer(Fragile)
    const root = createSection(html)
    await mount(Fragile, root)
    expect(root.dataset.interactive).toBe('')
    click(root)
    await eventually(() => root.dataset.broken).toBe('')
    expect(root.innerHTML).toBe(html)
    expect([root.dataset.broken, root.dataset.interactive]).toEqual(['', undefined])
  })

  test('costs no other fragment anything', async () => {
    const broken = createSection('<p>what the server wrote</p>', 'reviews/List')
    const section = document.createElement('section')
    section.dataset.fragment = 'search/Find'
    const healthy = section.appendChild(document.createElement('div'))
    document.body.append(section)
    await mount(Find, healthy)
    await mount(() => {
      throw new Error('no reviews')
    }, broken)
    click(healthy)
    await shows(healthy, 'Hello Lisbon 1')
    expect(broken.textContent).toBe('what the server wrote')
  })
})

test('a fragment without HTML of the server is rendered into the empty root', async () => {
  const root = createSection()
  await mount(Find, root)
  expect(root.textContent).toBe('Hello Lisbon 0')
  expect(root.dataset.interactive).toBe('')
})

test('a fragment is interactive only after its effects have run', async () => {
  const seen: (string | undefined)[] = []
  const root = createSection()
  await mount(() => {
    useEffect(() => void seen.push(root.dataset.interactive), [])
    return null
  }, root)
  expect([seen, root.dataset.interactive]).toEqual([[undefined], ''])
})

test('the ids of a fragment begin with its name, in the browser as on the server', async () => {
  const root = createSection()
  expect(prefixOf(root)).toBe('search-Find-')
  await mount(Find, root)
  expect(root.querySelector('button')?.id).toContain('search-Find-')
  expect(renderOnServer(Find)).toContain('id="_search-Find-')
  expect(prefixOf(document.createElement('div'))).toBe('-')
})
