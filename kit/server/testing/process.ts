/** A process of its own inside a test: an app on a free port, whose log lines can be read. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import { createApp, finish, listen } from '../http.ts'
import { createLife, type Life } from '../lifecycle.ts'
import { createLog } from '../log.ts'

export const OPS_TOKEN = 'only-for-tests'

export interface TestProcess {
  url: string
  server: Server
  life: Life
  /** Every line written so far. */
  lines: Record<string, unknown>[]
}

export function createTestLife(name = 'test'): { life: Life; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = []
  const log = createLog(name, { level: 'debug' }, { write: (line) => void lines.push(JSON.parse(line)) })
  return { life: createLife(name, log), lines }
}

export async function startTestProcess(
  routes: (app: Express, life: Life) => void,
  { identityKey = createKeys().publicKey, port = 0 }: { identityKey?: KeyObject; port?: number } = {},
): Promise<TestProcess> {
  const { life, lines } = createTestLife()
  const app = createApp(life, { opsToken: OPS_TOKEN, identityKey })
  routes(app, life)
  finish(app)
  const server = await listen(app, life, { PORT: port, HOST: '127.0.0.1' })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, life, lines }
}

export const createKeys = () => generateKeyPairSync('ed25519')
