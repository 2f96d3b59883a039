import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Broker, connectBroker } from '../server/delivery/broker.ts'

export interface TestNats {
  url: string
  connect(name?: string): Promise<Broker>
  kill(): Promise<void>
  start(): Promise<void>
  deleteStore(): Promise<void>
  saveStore(): Promise<void>
  restoreStore(): Promise<void>
  close(): Promise<void>
}

/** A nats-server of its own with JetStream on disk; the binary is `NATS_SERVER` or the one on PATH. */
export async function startTestNats(): Promise<TestNats> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fernweh-nats-'))
  const store = path.join(folder, 'store')
  const port = await freePort()
  const url = `nats://127.0.0.1:${port}`
  const open: Broker[] = []
  let server: ChildProcess | undefined

  async function start() {
    const args = ['-js', '-sd', store, '-a', '127.0.0.1', '-p', String(port)]
    server = spawn(process.env.NATS_SERVER ?? 'nats-server', args, { stdio: ['ignore', 'ignore', 'pipe'] })
    // Read to the end: logging into a closed pipe would end the server.
    const { stderr } = server
    await new Promise<void>((resolve) => stderr?.on('data', (line) => line.includes('Server is ready') && resolve()))
  }
  async function kill() {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill('SIGKILL')
    await ended
  }

  await start()
  return {
    url,
    start,
    kill,
    async connect(name = 'test') {
      const broker = await connectBroker({ url, name })
      open.push(broker)
      return broker
    },
    deleteStore: () => rm(store, { recursive: true, force: true }),
    saveStore: () => cp(store, `${store}.saved`, { recursive: true }),
    async restoreStore() {
      await rm(store, { recursive: true, force: true })
      await cp(`${store}.saved`, store, { recursive: true })
    },
    async close() {
      await Promise.all(open.map(({ nc }) => nc.close()))
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
