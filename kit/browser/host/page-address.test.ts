// @vitest-environment happy-dom
import { createElement } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { render, settle } from '../testing/render.ts'
import { createBus } from './bus.ts'
import { type AddressEvents, changeAddress, usePageAddress } from './page-address.ts'

let bus = createBus<AddressEvents>()
beforeEach(() => {
  bus = createBus()
  history.replaceState({ scroll: 7 }, '', '/e/tram')
})

const Back = () => createElement('a', { href: usePageAddress({ bus }, '/e/tram') })
const hrefIn = (root: Element) => root.querySelector('a')?.getAttribute('href')

test('a link back to the page follows its address, and keeps the state of the history', async () => {
  const { root, unmount } = await render(createElement(Back))
  expect(hrefIn(root)).toBe('/e/tram')
  await settle(() => changeAddress({ bus }, '/e/tram?seats=4#dates'))
  expect([hrefIn(root), location.hash, history.state]).toEqual(['/e/tram?seats=4', '#dates', { scroll: 7 }])
  await unmount()
})

test('a fragment that mounts late knows the changed address', async () => {
  changeAddress({ bus }, '/e/tram?seats=4')
  const { root, unmount } = await render(createElement(Back))
  expect(hrefIn(root)).toBe('/e/tram?seats=4')
  await unmount()
})

test('a change can be added to the history', () => {
  const before = history.length
  changeAddress({ bus }, '/find?q=tea', { addToHistory: true })
  expect([history.length, location.search]).toEqual([before + 1, '?q=tea'])
})
