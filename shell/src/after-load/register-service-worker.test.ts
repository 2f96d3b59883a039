import { afterEach, beforeEach, expect, test, vi } from 'vitest'

vi.mock('../page-record.ts', () => ({ record: { worker: true }, WORKER: '/service-worker.js' }))

let outcome: Error | null
let told: unknown[]
beforeEach(() => {
  told = []
  vi.stubGlobal('document', {
    documentElement: { lang: 'de' },
    querySelectorAll: () => [{ pathname: '/tickets/FW-2' }],
  })
  vi.stubGlobal('navigator', {
    serviceWorker: {
      register: async () => {
        if (outcome) throw outcome
      },
      ready: Promise.resolve({ active: { postMessage: (message: unknown) => told.push(message) } }),
    },
  })
})
afterEach(() => vi.unstubAllGlobals())

async function register(error: Error | null) {
  outcome = error
  const { registerServiceWorker } = await import('./register-service-worker.ts')
  return registerServiceWorker()
}

test('a registered worker is told the page and the tickets that it leads to', async () => {
  await register(null)
  expect(told).toMatchObject([{ language: 'de', tickets: ['/tickets/FW-2'] }])
})

test('a page that is left while it registers the worker reports no error', async () => {
  await register(new DOMException('Failed to register a ServiceWorker: Operation has been aborted', 'AbortError'))
  expect(told).toEqual([])
})

test('any other failure is reported', async () => {
  await expect(register(new DOMException('not allowed', 'SecurityError'))).rejects.toThrow('not allowed')
})
