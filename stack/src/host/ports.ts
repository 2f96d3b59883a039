import { createServer } from 'node:net'

/** Below every system's range for outgoing connections, so that none of them takes a port between choosing and listening. */
const FIRST_PORT = 20_000
const LAST_PORT = 30_000

/** Distinct ports of 127.0.0.1 that nobody listens on. */
export async function freePorts(count: number) {
  const ports: number[] = []
  let port = FIRST_PORT + Math.floor(Math.random() * (LAST_PORT - FIRST_PORT))
  while (ports.length < count) {
    port = port >= LAST_PORT ? FIRST_PORT : port + 1
    if (await isFree(port)) ports.push(port)
  }
  return ports
}

export async function freePort() {
  const [port] = await freePorts(1)
  return port as number
}

export async function firstFreePort(from: number, log: (line: string) => void = () => {}) {
  let port = from
  while (!(await isFree(port))) port++
  if (port !== from) log(`Port ${from} is in use, taking ${port}.`)
  return port
}

/** Free on both loopback addresses, because a browser may read `localhost` as either. */
export async function isFree(port: number) {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'))
}

function canListen(port: number, host: string) {
  return new Promise<boolean>((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(host === '::1' && error.code !== 'EADDRINUSE'))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
