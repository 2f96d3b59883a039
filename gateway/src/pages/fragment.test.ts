import { expect, test } from 'vitest'
import { parseFragment, toFragmentPath } from './fragment.ts'

test('the first line says what the rest is', () => {
  const hints = '<link rel="preload" as="image" imageSrcSet="/pictures/tiles/480.avif 480w"/>'
  const html = '<div data-root>\n</div>'
  const head = { status: 200, title: 'Trams', meta: { description: 'Wood' }, hints }
  expect(parseFragment(`${JSON.stringify(head)}\n${html}`)).toEqual({ ...head, html })
})

test.each([
  ['no line', '{"status":200,"title":"x"}'],
  ['no JSON', 'oops\n<p>'],
  ['a status nobody agreed on', '{"status":500,"title":"x"}\n'],
  ['a redirect to elsewhere', '{"status":303,"title":"x","meta":{"location":"https://elsewhere.example/"}}\n'],
  ['a redirect to elsewhere in disguise', '{"status":303,"title":"x","meta":{"location":"//elsewhere.example/"}}\n'],
  ['and another disguise', '{"status":303,"title":"x","meta":{"location":"/\\\\elsewhere.example/"}}\n'],
  [
    'a hint that is more than a picture',
    '{"status":200,"title":"x","hints":"<link rel=\\"preload\\" as=\\"script\\">"}\n',
  ],
])('%s is an error', (_what, text) => expect(() => parseFragment(text)).toThrow())

test('the bff is told release, page and parameters', () => {
  const path = toFragmentPath({ fragment: 'reviews/List', release: 'r1', url: '/e/7?a=b&c', params: { id: '7' } })
  const { pathname, searchParams } = new URL(path, 'http://bff')
  expect(pathname).toBe('/fragments/List')
  expect(Object.fromEntries(searchParams)).toEqual({ release: 'r1', url: '/e/7?a=b&c', params: '{"id":"7"}' })
})
