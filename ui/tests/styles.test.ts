import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { controls, texts } from '../src/style-guide/contrast-pairs.ts'

const folder = new URL('../src/', import.meta.url)
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.module.css'))
const tokens = new Set(readFileSync(new URL('../tokens.css', import.meta.url), 'utf8').match(/--[\w-]+(?=:)/g))

/** What would not run right to left, or would outrank a team. */
function faultsOf(css: string): string[] {
  const physical = css.match(
    /(?<![\w-])(margin|padding|border)-(left|right|top|bottom)\b|(?<=[;{\s])(left|right|top|bottom|width|height):\s/g,
  )
  const important = css.match(/!important/g)
  const outside = css.trim().startsWith('@layer ui {') ? [] : ['outside of @layer ui']
  return [...(physical ?? []), ...(important ?? []), ...outside]
}

const unknownOf = (css: string) => {
  const own = new Set(css.match(/--[\w-]+(?=:)/g))
  return [...css.matchAll(/var\((--[\w-]+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !tokens.has(name) && !own.has(name))
}

/** Ink and ground that stand in one rule. */
const pairsOf = (css: string) =>
  [...css.matchAll(/\{([^{}]*)\}/g)].flatMap(([, rule = '']) => {
    const [ink, ground] = [/(?:^|[\s;])color: var\(--([\w-]+)\)/, /background: var\(--([\w-]+)\)/].map(
      (part) => rule.match(part)?.[1],
    )
    return ink && ground ? [`${ink} on ${ground}`] : []
  })
const measured = new Set([...texts, ...controls].map(([ink, ground]) => `${ink} on ${ground}`))

describe.each(files)('%s', (file) => {
  const css = readFileSync(new URL(file, folder), 'utf8')

  test('runs right to left and outranks no team', () => {
    expect(faultsOf(css)).toEqual([])
  })

  test('has no ink on a ground that nobody measured', () => {
    expect(pairsOf(css).filter((pair) => !measured.has(pair))).toEqual([])
  })

  test('uses tokens that there are', () => {
    expect(unknownOf(css)).toEqual([])
  })
})

test('the measure knows a bad stylesheet', () => {
  expect(faultsOf('.a { margin-left: 1px; width: 2px; color: red !important; }')).toEqual([
    'margin-left',
    'width: ',
    '!important',
    'outside of @layer ui',
  ])
  expect(unknownOf('.a { color: var(--mauve); }')).toEqual(['--mauve'])
  expect(pairsOf('.a { background: var(--amber); color: var(--loss); }')).toEqual(['loss on amber'])
  expect(measured).not.toContain('loss on amber')
})
