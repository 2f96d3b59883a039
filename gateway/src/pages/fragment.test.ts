import { expect, test } from 'vitest'
import { parseFragment, toFragmentPath } from './fragment.ts'

test('the first line is the head, the rest is the HTML', () => {
  const preloads = '<link rel="preload" as="image" imageSrcSet="/pictures/tiles/480.avif 480w"/>'
  const html = '<div data-root>\n</div>'
  const head = { status: 200, title: 'Trams', meta: { description: 'Wood' }, preloads }
  expect(parseFragment(`${JSON.stringify(head)}\n${html}`)).toEqual({ ...head, html })
})

test.each([
  ['a head without a line end', '{"status":200,"title":"x"}'],
  ['a head that is not JSON', 'oops\n<p>'],
  ['an unknown status', '{"status":500,"title":"x"}\n'],
  ['a redirect to elsewhere', '{"status":303,"title":"x","meta":{"location":"https://elsewhere.example/"}}\n'],
  [
    'a redirect to elsewhere without a scheme',
    '{"status":303,"title":"x","meta":{"location":"//elsewhere.example/"}}\n',
  ],
  [
    'a redirect to elsewhere with a backslash',
    '{"status":303,"title":"x","meta":{"location":"/\\\\elsewhere.example/"}}\n',
  ],
  [
    'a preload of something else than a picture',
    '{"status":200,"title":"x","preloads":"<link rel=\\"preload\\" as=\\"script\\">"}\n',
  ],
])('%s is an error', (_what, text) => expect(() => parseFragment(text)).toThrow())

test('the bff is sent release, page and parameters', () => {
  const path = toFragmentPath({ fragment: 'reviews/List', release: 'r1', url: '/e/7?a=b&c', params: { id: '7' } })
  const { pathname, searchParams } = new URL(path, 'http://bff')
  expect(pathname).toBe('/fragments/List')
  expect(Object.fromEntries(searchParams)).toEqual({ release: 'r1', url: '/e/7?a=b&c', params: '{"id":"7"}' })
})
