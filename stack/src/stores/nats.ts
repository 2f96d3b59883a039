import { mkdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { freePort } from '../host/ports.ts'
import type { Supervisor } from '../supervision/supervisor.ts'
import { natsBinary } from './nats-binary.ts'
import { foreignServer, type Server } from './server.ts'

export interface Nats extends Server {
  url: string
  storeDir: string
}

interface Options {
  state: string
  supervisor: Supervisor
  note?: (text: string) => void
}

/** The server of `NATS_URL`, or one of our own with JetStream in the state folder. */
export async function startNats({ state, supervisor, note }: Options): Promise<Nats> {
  const external = process.env.NATS_URL
  if (external) return { url: external, storeDir: '', ...foreignServer('NATS_URL') }
  const binary = await natsBinary(note)
  const port = await freePort()
  const storeDir = join(state, 'nats')
  const program = supervisor.program({
    name: 'nats',
    rank: 1,
    command: binary,
    args: ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', storeDir],
    cwd: storeDir,
    // Its store may be deleted at any time.
    beforeLaunch: () => void mkdirSync(storeDir, { recursive: true }),
    env: { PATH: process.env.PATH },
    ready: () => greets(port),
  })
  await program.start()
  return { url: `nats://127.0.0.1:${port}`, storeDir, ...program }
}

/** A NATS server speaks first: a line that begins with INFO and says whether JetStream is on. */
function greets(port: number) {
  return new Promise<true | string>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const settle = (answer: true | string) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(1_000, () => settle('no greeting'))
    socket.once('error', (error) => settle(error.message))
    socket.once('data', (data) => settle(data.includes('"jetstream":true') || 'no JetStream'))
  })
}
