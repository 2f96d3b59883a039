import { createCatalog } from '@fernweh/kit/language/messages'
import { describe, expect, test } from 'vitest'
import { messages } from '../src/messages.ts'

const names = (text: string) => new Set([...text.matchAll(/\{\s*(\w+)/g)].map(([, name]) => name))
const { en, ...others } = messages

describe.each(Object.entries(others))('%s', (language, said) => {
  test('says every key of English and no other', () => {
    expect(Object.keys(said).sort()).toEqual(Object.keys(en).sort())
  })

  test.each(Object.keys(en) as (keyof typeof en)[])('%s names what English names', (key) => {
    const wanted = [...names(en[key])].filter((name) => !['one', 'other'].includes(name ?? ''))
    for (const name of wanted) expect(names(said[key])).toContain(name)
  })

  test('can be compiled', () => {
    expect(Object.keys(createCatalog([messages]).read(language))).toHaveLength(Object.keys(en).length)
  })
})
