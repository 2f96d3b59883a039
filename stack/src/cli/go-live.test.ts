import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { goLive } from './go-live.ts'

/** A gateway that has the chosen release only after it was asked a few times. */
async function startGateway(answersBefore: number) {
  const gateway = { requests: 0, chosen: 'r1', served: 'r1', url: '' }
  const server = createServer((_request, response) => {
    gateway.requests += 1
    if (gateway.requests > answersBefore) gateway.served = gateway.chosen
    response.end(JSON.stringify({ releases: { search: gateway.served } }))
  })
  server.listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  gateway.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return gateway
}

type Gateway = Awaited<ReturnType<typeof startGateway>>

const release = (gateways: Gateway[], timeoutMs?: number) =>
  goLive(
    {
      urls: Object.fromEntries(gateways.map(({ url }, index) => [`gateway-${index + 1}`, url])),
      opsToken: 'a token',
      ...(timeoutMs && { timeoutMs }),
      releases: {
        goLive(_name, chosen) {
          for (const gateway of gateways) gateway.chosen = chosen
          return 'r1'
        },
        live: () => gateways[0]?.chosen ?? '',
      },
    },
    'search',
    'r2',
  )

test('a release is live once every gateway serves it', async () => {
  const gateways = [await startGateway(0), await startGateway(3)]
  expect(await release(gateways)).toBe('r1')
  expect(gateways.map(({ served }) => served)).toEqual(['r2', 'r2'])
})

test('a gateway that goes on with the release before is named, with what it serves', async () => {
  const sentence =
    'search r2 was chosen, but after 0.2 s gateway-1 still serves r1: npm run logs -- gateway may say why.'
  await expect(release([await startGateway(1e6)], 200)).rejects.toThrow(sentence)
})

test('a gateway that does not answer is named', async () => {
  const gone = { requests: 0, chosen: 'r1', served: '', url: 'http://127.0.0.1:9' }
  await expect(release([gone], 200)).rejects.toThrow('after 0.2 s gateway-1 does not say what it serves')
})

test('nobody waits for a release that another one has replaced', async () => {
  const gateway = await startGateway(1e6)
  const releasing = release([gateway])
  gateway.chosen = 'r3'
  await expect(releasing).rejects.toThrow('search r2 was replaced by r3 before it was served.')
})
