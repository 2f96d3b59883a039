import { expect, test } from 'vitest'
import { tram } from '../../testing/offers.ts'
import { host, render } from '../../testing/render.tsx'
import { Details } from './Details.tsx'

const details = (locale: string, inOriginal = false, hostName: string | null = null, data = tram) =>
  render(
    <Details
      experience={{ feed: 'experience.lisbon-tram', version: 1, data }}
      hostName={hostName}
      inOriginal={inOriginal}
      host={host}
    >
      {null}
    </Details>,
    locale,
  )
const headingOf = (html: string) => /<h1[^>]*>.*?<\/h1>/.exec(html)?.[0].replace(/ class="[^"]*"/, '')

test('an experience is read in one’s own language, with a way to what was written', () => {
  const html = details('de-DE')
  expect(headingOf(html)).toBe('<h1>Die letzten Holztrams</h1>')
  expect(html).toContain('Auf Deutsch gezeigt, auf Englisch geschrieben.')
  expect(html).toContain('<a href="/e/lisbon-tram?original">Original zeigen</a>')
})

test('what was written says its language, and has a way back', () => {
  const html = details('de-DE', true)
  expect(headingOf(html)).toBe('<h1 lang="en" dir="ltr">The last wooden trams</h1>')
  expect(html).toContain('<a href="/e/lisbon-tram">Auf Deutsch zeigen</a>')
})

test('without a translation the original stands, marked as such', () => {
  const html = details('ar-EG-u-nu-latn')
  expect(headingOf(html)).toBe('<h1 lang="en" dir="ltr">The last wooden trams</h1>')
  expect(html).toContain('الإنجليزية')
  expect(html).not.toContain('?original')
})

test('in the language it was written in nothing is said about that', () => {
  expect(details('en-GB')).not.toContain('original')
})

test('who holds it is said where that is known', () => {
  expect(details('en-GB', false, 'Cleo')).toContain('<dt>Held by</dt><dd><bdi>Cleo</bdi></dd>')
  expect(details('en-GB')).not.toContain('Held by')
})

test('languages have their names, and what is none stands as it was written', () => {
  const html = details('en-GB', false, null, { ...tram, languages: ['pt', 'de-12'] })
  expect(html).toMatch(/<dt>Held in<\/dt><dd>Portuguese, de-12<\/dd>/)
})
