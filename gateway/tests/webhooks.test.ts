import { afterAll, beforeEach, expect, test } from 'vitest'
import { sendRaw, startTestGateway } from '../testing/test-gateway.ts'

const { url, servers, requests, reset, close } = await startTestGateway()
beforeEach(reset)
afterAll(close)

test('a webhook reaches its service byte for byte, from anywhere, without an identity', async () => {
  const bodies: string[] = []
  servers.payments.answer = async (request, response) => {
    bodies.push(Buffer.concat(await request.toArray()).toString())
    response.writeHead(202).end('{}')
  }
  const response = await fetch(`${url}/hooks/stripe`, {
    method: 'POST',
    headers: {
      origin: 'https://elsewhere.example',
      'stripe-signature': 't=1,v1=2',
      cookie: '__Host-fernweh-4000=t1',
      'x-fernweh-identity': 'forged',
      'content-type': 'application/json',
    },
    body: '{ "id" :  "évt" }',
  })
  expect([response.status, bodies]).toEqual([202, ['{ "id" :  "évt" }']])
  const [{ url: place, headers } = {}] = requests
  expect([place, headers?.['stripe-signature']]).toEqual(['/hooks/stripe', 't=1,v1=2'])
  for (const name of ['cookie', 'x-fernweh-identity']) expect(headers).not.toHaveProperty(name)
})

test.each([
  ['POST', '/hooks/nobody'],
  ['POST', '/hooks/stripe/../../bookings/b1/pay'],
  ['POST', '/hooks/stripe%2f..%2f..%2fops%2faudit'],
  ['POST', '/hooks'],
  ['GET', '/hooks/stripe'],
])('%s %s reaches no service', async (method, place) => {
  const answer = await sendRaw(url, `${method} ${place} HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n`)
  expect(answer).toMatch(/^HTTP\/1.1 404 /)
  expect(requests).toEqual([])
})

test('the body of a webhook may be 256 KB and no more', async () => {
  const post = (bytes: number) => fetch(`${url}/hooks/stripe`, { method: 'POST', body: 'x'.repeat(bytes) })
  expect((await post(256 * 1024)).status).toBe(200)
  expect([(await post(256 * 1024 + 1)).status, requests.length]).toEqual([413, 1])
})
