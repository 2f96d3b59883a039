import { eventually } from '@fernweh/kit/testing/eventually'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { startTestGateway } from '../testing/test-gateway.ts'

const { url, releaseFolder, reset, close } = await startTestGateway()
beforeEach(reset)
afterAll(close)

test('the service worker is the active shell’s, compared at every visit; a shell without one removes it', async () => {
  const fetchWorker = () => fetch(`${url}/service-worker.js`)
  const worker = await fetchWorker()
  expect([worker.headers.get('cache-control'), await worker.text()]).toEqual(['no-cache', '/* keeps tickets */'])
  expect(worker.headers.get('content-security-policy')).toBe("default-src 'none'; connect-src 'self'")
  await releaseFolder.publish('shell', {}, 'r0')
  await eventually(async () => (await fetchWorker()).text()).toContain('registration.unregister()')
  await releaseFolder.activate('shell', 'r1')
  await eventually(async () => (await fetchWorker()).text()).toBe('/* keeps tickets */')
})

test('the offline page is in the reader’s language and has a place for the pages that are kept', async () => {
  const page = await (await fetch(`${url}/offline`, { headers: { 'accept-language': 'ar' } })).text()
  expect(page).toContain('<h1>أنت غير متصل بالإنترنت</h1>')
  expect(page).toMatch(/<nav hidden .*<!-- kept -->/)
})
