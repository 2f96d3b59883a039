import { expect, test } from 'vitest'
import { tram } from '../../../testing/experiences.ts'
import { host, render } from '../../../testing/render.tsx'
import { Details } from './Details.tsx'

const details = (locale: string, inOriginal = false, hostName: string | null = null, data = tram) =>
  render(
    <Details
      experience={{ feed: 'experience.lisbon-tram', version: 1, data }}
      hostName={hostName}
      page="/e/lisbon-tram?seats=4"
      inOriginal={inOriginal}
      host={host}
    />,
    locale,
  )
const headingOf = (html: string) => /<h1[^>]*>.*?<\/h1>/.exec(html)?.[0].replace(/ class="[^"]*"/, '')

test('shows a translation into the reader’s language with a link to the original', () => {
  const html = details('de-DE')
  expect(headingOf(html)).toBe('<h1>Die letzten Holztrams</h1>')
  expect(html).toContain('Auf Deutsch gezeigt, auf Englisch geschrieben.')
  expect(html).toContain('<a href="/e/lisbon-tram?seats=4&amp;original=1">Original zeigen</a>')
})

test('the original is marked with its language and links back to the translation', () => {
  const html = details('de-DE', true)
  expect(headingOf(html)).toBe('<h1 lang="en" dir="ltr">The last wooden trams</h1>')
  expect(html).toContain('<a href="/e/lisbon-tram?seats=4">Auf Deutsch zeigen</a>')
})

test('shows the original, marked as such, when there is no translation', () => {
  const html = details('ar-EG-u-nu-latn')
  expect(headingOf(html)).toBe('<h1 lang="en" dir="ltr">The last wooden trams</h1>')
  expect(html).toContain('الإنجليزية')
  expect(html).not.toContain('original=')
})

test('shows no note when the page is in the original language', () => {
  expect(details('en-GB')).not.toContain('original')
})

test('names the host when the name is known', () => {
  expect(details('en-GB', false, 'Cleo')).toContain('<dt>Hosted by</dt><dd><bdi>Cleo</bdi></dd>')
  expect(details('en-GB')).not.toContain('Hosted by')
})

test('lists languages by name, and unknown tags as they are', () => {
  const html = details('en-GB', false, null, { ...tram, languages: ['pt', 'de-12'] })
  expect(html).toMatch(/<dt>Language<\/dt><dd>Portuguese, de-12<\/dd>/)
})
