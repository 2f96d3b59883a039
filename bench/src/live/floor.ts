/** The baseline: the minimal path from a broker to a text in a browser, over one socket. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connectBroker, jsonCodec } from '@fernweh/kit/server/delivery/broker'
import type { Page } from 'playwright-core'
import { Server } from 'socket.io'
import { watchElement } from '../browser/watch-element.ts'

const SUBJECT = 'bench.live'
const PAGE = `<!doctype html><p id="seats">0</p><script src="/socket.io/socket.io.js"></script>
<script>io({ transports: ['websocket'] }).on('push', ({ data }) => { document.getElementById('seats').textContent = data.seatsLeft })</script>`

export async function openFloor(page: Page, natsUrl: string) {
  const broker = await connectBroker({ url: natsUrl, name: 'bench' })
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(PAGE))
  const io = new Server(server, { transports: ['websocket'] })
  broker.nc.subscribe(SUBJECT, { callback: (_error, message) => void io.emit('push', jsonCodec.decode(message.data)) })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const connected = once(io, 'connection')
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await connected
  const nextChange = await watchElement(page, '#seats')
  let seatsLeft = 1_000_000

  return {
    /** Milliseconds from publishing to the text in the page. */
    async push(): Promise<number> {
      const changed = nextChange()
      const began = performance.timeOrigin + performance.now()
      broker.nc.publish(SUBJECT, jsonCodec.encode({ data: { seatsLeft: --seatsLeft } }))
      return (await changed) - began
    },
    async close(): Promise<void> {
      await io.close()
      await broker.nc.close()
    },
  }
}
