/** An app on a free port inside the test's process, with readable log lines. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import { createApp, handleErrors, listen } from '../server/http/http.ts'
import { createProcessContext, type ProcessContext } from '../server/process/lifecycle.ts'
import { createLogger } from '../server/process/logger.ts'

export const OPS_TOKEN = 'only-for-tests'

export interface TestProcess {
  url: string
  server: Server
  context: ProcessContext
  lines: Record<string, unknown>[]
}

export function createTestContext(name = 'test'): { context: ProcessContext; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = []
  const log = createLogger(name, { level: 'debug' }, { write: (line) => void lines.push(JSON.parse(line)) })
  return { context: createProcessContext(name, log), lines }
}

export async function startTestProcess(
  routes: (app: Express, context: ProcessContext) => void,
  { identityKey = createKeys().publicKey, port = 0 }: { identityKey?: KeyObject; port?: number } = {},
): Promise<TestProcess> {
  const { context, lines } = createTestContext()
  const app = createApp(context, { opsToken: OPS_TOKEN, identityKey })
  routes(app, context)
  handleErrors(app)
  const server = await listen(app, context, { PORT: port, HOST: '127.0.0.1' })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, context, lines }
}

export const createKeys = () => generateKeyPairSync('ed25519')
