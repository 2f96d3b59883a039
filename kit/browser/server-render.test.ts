import { createElement, useId } from 'react'
import { expect, test, vi } from 'vitest'
import type { PartProps, PartState } from './host.ts'
import { createServerBuild } from './server-render.ts'
import { useWords } from './words.ts'

Object.assign(globalThis, { FERNWEH_TEAM: 'search' })

const messages = {
  en: {
    'seats.left': '{seats, plural, one {# seat left} other {# seats left}}',
    'refusal.full': 'Full',
    other: 'Other',
  },
  de: {
    'seats.left': '{seats, plural, one {# Platz frei} other {# Plätze frei}}',
    'refusal.full': 'Voll',
    other: 'Anderes',
  },
  ar: {
    'seats.left': '{seats, plural, two {مقعدان} few {# مقاعد} other {# مقعدا}}',
    'refusal.full': 'ممتلئ',
    other: 'آخر',
  },
}

const stateIn = (locale: string): PartState => ({
  data: { city: 'Lisbon' },
  user: null,
  locale,
  messages: build.messagesOf(locale, ['seats.left']),
  now: '2030-01-01T00:00:00Z',
  release: 'r1',
  intention: 'i1',
  outcome: null,
})

function Find({ data, now }: PartProps<{ city: string }>) {
  const { t } = useWords()
  return createElement('p', { id: useId() }, `${data.city} at ${now}: ${t('seats.left', { seats: 2 })}`)
}

function Asks({ host }: PartProps<unknown>) {
  void host.api('GET /experiences')
  return null
}

const build = createServerBuild({ parts: { Find, Asks }, messages: [messages] })

test('renders a part from its state alone, with ids of its own, in the language of the state', () => {
  const html = build.renderPart('Find', stateIn('en-GB'))
  expect(html).toContain('Lisbon at 2030-01-01T00:00:00Z: 2 seats left')
  expect(html).toContain('search-Find-')
  expect(build.renderPart('Find', stateIn('de-AT'))).toContain('2 Plätze frei')
  expect(build.renderPart('Find', stateIn('ar-EG-u-nu-latn'))).toContain('مقعدان')
})

test('gives the messages of some keys, and of all keys that begin alike', () => {
  expect(Object.keys(build.messagesOf('de-DE', ['refusal.*', 'other']))).toEqual(['refusal.full', 'other'])
  expect(build.say('de-DE', 'seats.left', { seats: 1 })).toBe('1 Platz frei')
})

test('the pseudo-locale is longer, accented, and keeps its arguments', () => {
  expect(build.say('en-XA', 'seats.left', { seats: 12 })).toBe('12 šéáţš~~ ļéƒţ~~')
})

test('a message that is missing shows its key and is heard of', () => {
  const heard = vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(build.say('en-GB', 'not.there')).toBe('not.there')
  expect(heard).toHaveBeenCalledWith('No message not.there in en-GB')
})

test('two rooms with one key are an error', () => {
  const twice = createServerBuild({ parts: {}, messages: [messages, messages] })
  expect(() => twice.say('en-GB', 'other')).toThrow('Two rooms say seats.left')
})

test('a part that asks while it renders, and a part that is not there, are errors', () => {
  expect(() => build.renderPart('Asks', stateIn('en'))).toThrow('while rendering')
  expect(() => build.renderPart('Gone', stateIn('en'))).toThrow('no part named Gone')
})
