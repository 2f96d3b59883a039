import type { Server } from 'node:http'

/** Kept-alive connections are closed as they fall idle; the response to a new request on one of them says that it is the last. */
export async function closeServer(server: Server): Promise<void> {
  server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'))
  const sweep = setInterval(() => server.closeIdleConnections(), 20)
  await new Promise((resolve) => server.close(resolve))
  clearInterval(sweep)
}
