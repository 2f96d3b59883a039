import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const main = '/assets/shell/main.js'
const page = 'https://fernweh.example/e/7'
let policy: { name: string; createScriptURL: (url: string) => string } | undefined

beforeEach(() => {
  vi.resetModules()
  policy = undefined
  vi.stubGlobal('location', new URL(page))
  vi.stubGlobal('trustedTypes', {
    createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => {
      policy = { name, ...rules }
    },
  })
})
afterEach(() => {
  Reflect.deleteProperty(globalThis, '__fernweh')
  vi.unstubAllGlobals()
})

async function open(record: object | null) {
  const element = record && { textContent: JSON.stringify(record) }
  vi.stubGlobal('document', { getElementById: (id: string) => (id === 'release-record' ? element : null) })
  await import('./page-record.ts')
  return policy
}

test('the default policy admits the scripts of the record, also when they are retried', async () => {
  const policy = await open({ files: { [main]: 'sha384-a' } })
  expect(policy?.name).toBe('default')
  for (const url of [main, `https://fernweh.example${main}`, `${main}?again=2`])
    expect(policy?.createScriptURL(url)).toBe(url)
})

test.each([
  '/assets/shell/other.js',
  `https://elsewhere.example${main}`,
  `//elsewhere.example${main}`,
  `http://fernweh.example${main}`,
  `data:text/javascript,alert(1)#${main}`,
  'javascript:alert(1)',
])('refuses %s', async (url) => {
  const policy = await open({ files: { [main]: 'sha384-a' } })
  expect(() => policy?.createScriptURL(url)).toThrow('is not in this page’s record')
})

test('admits the service worker only if the record has one', async () => {
  const admitting = await open({ files: {}, worker: true })
  expect(admitting?.createScriptURL('/service-worker.js')).toBe('/service-worker.js')
  vi.resetModules()
  const refusing = await open({ files: {}, worker: false })
  expect(() => refusing?.createScriptURL('/service-worker.js')).toThrow('is not in this page’s record')
})

test('without a record there is no policy, so no script can be loaded', async () => {
  await expect(open(null)).rejects.toThrow('no release record')
  expect(policy).toBeUndefined()
})
