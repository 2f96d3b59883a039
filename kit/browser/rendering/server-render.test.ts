import { createElement, useId } from 'react'
import { expect, test, vi } from 'vitest'
import type { FragmentProps, FragmentState } from '../host/host.ts'
import { useMessages } from '../host/use-messages.ts'
import { createServerBuild } from './server-render.ts'

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

const stateIn = (locale: string): FragmentState => ({
  data: { city: 'Lisbon' },
  user: null,
  locale,
  messages: build.messagesOf(locale, ['seats.left']),
  now: '2030-01-01T00:00:00Z',
  release: 'r1',
  idempotencyKey: 'i1',
  outcome: null,
})

function Find({ data, now }: FragmentProps<{ city: string }>) {
  const { t } = useMessages()
  return createElement('p', { id: useId() }, `${data.city} at ${now}: ${t('seats.left', { seats: 2 })}`)
}

function Calling({ host }: FragmentProps<unknown>) {
  void host.api('GET /experiences')
  return null
}

const build = createServerBuild({ fragments: { Find, Calling }, messages: [messages] })

test('renders a fragment from its state alone, with ids of its own, in the language of the state', () => {
  const html = build.renderFragment('Find', stateIn('en-GB'))
  expect(html).toContain('Lisbon at 2030-01-01T00:00:00Z: 2 seats left')
  expect(html).toContain('search-Find-')
  expect(build.renderFragment('Find', stateIn('de-AT'))).toContain('2 Plätze frei')
  expect(build.renderFragment('Find', stateIn('ar-EG-u-nu-latn'))).toContain('مقعدان')
})

test('returns the messages of some keys, and of all keys with the same beginning', () => {
  expect(Object.keys(build.messagesOf('de-DE', ['refusal.*', 'other']))).toEqual(['refusal.full', 'other'])
  expect(build.translate('de-DE', 'seats.left', { seats: 1 })).toBe('1 Platz frei')
})

test('the pseudo-locale is longer, accented, and keeps its arguments', () => {
  expect(build.translate('en-XA', 'seats.left', { seats: 12 })).toBe('12 šéáţš~~ ļéƒţ~~')
})

test('a missing message shows its key and is reported', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(build.translate('en-GB', 'not.there')).toBe('not.there')
  expect(error).toHaveBeenCalledWith('No message not.there in en-GB')
})

test('two sets of messages with the same key are an error', () => {
  const twice = createServerBuild({ fragments: {}, messages: [messages, messages] })
  expect(() => twice.translate('en-GB', 'other')).toThrow('seats.left is in two sets')
})

test('a fragment that calls its API while it renders is an error, and so is one that does not exist', () => {
  expect(() => build.renderFragment('Calling', stateIn('en'))).toThrow('while rendering')
  expect(() => build.renderFragment('Gone', stateIn('en'))).toThrow('no fragment named Gone')
})
