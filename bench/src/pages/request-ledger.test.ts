import { expect, test } from 'vitest'
import { kilobytes, type Request, waterfallDepth } from './request-ledger.ts'

function request(began: number, ended: number, kind: Request['kind'] = 'script'): Request {
  return { url: `/${began}`, kind, began, ended, bytes: 512, failed: false }
}

test('parallel scripts are one step after their document', () => {
  expect(waterfallDepth([request(0, 1, 'document'), request(1.2, 2), request(1.3, 3)])).toBe(2)
})

test('scripts preloaded while the document streams add no step', () => {
  expect(waterfallDepth([request(0, 5, 'document'), request(1, 2), request(1, 2)])).toBe(1)
})

test('a script loaded by a script adds a step, a picture does not', () => {
  expect(waterfallDepth([request(0, 1, 'document'), request(1, 2), request(2.0005, 3), request(4, 5, 'other')])).toBe(3)
})

test('requests that never ended add no step', () => {
  const { ended: _, ...hanging } = request(1, 2)
  expect(waterfallDepth([request(0, 1, 'document'), hanging])).toBe(1)
})

test('sizes are summed in kilobytes of 1024', () => {
  expect(kilobytes([request(0, 1), request(0, 1)])).toBe(1)
})
