/** A service in a process of its own, called over HTTP. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Operation } from '@fernweh/contracts/api/operation'
import type { Identity } from '@fernweh/contracts/identity'
import { bundleExecutables } from '../build/bundle-executables.ts'
import { IDENTITY_HEADER, signIdentity } from '../server/http/identity.ts'
import { type CallInput, toOperationPath } from '../server/http/upstream.ts'
import { createKeys, OPS_TOKEN } from './process.ts'
import { freePort } from './test-nats.ts'
import { until } from './until.ts'

/** Generous, since several services start at once on a busy machine. */
const MAX_START_MS = 55_000

const keys = createKeys()

export interface TestResponse {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  body: any
}

export interface ServiceProcess {
  url: string
  call<O extends Operation>(
    operation: O,
    input?: Omit<CallInput<O>, 'identity'> & { by?: Identity },
  ): Promise<TestResponse>
  send(method: string, path: string, init?: { body?: string; headers?: Record<string, string> }): Promise<TestResponse>
  ops(name: string, body?: unknown): Promise<TestResponse>
  /** As the supervisor does; resolves with the exit code. */
  stop(): Promise<number | null>
  kill(): Promise<void>
}

const bundles = new Map<string, Promise<string>>()

/** A bundle starts in a third of the time that the sources take, and is what runs outside tests. */
function bundleOnce(folder: string, entry: string): Promise<string> {
  const source = join(folder, 'src', `${entry}.ts`)
  const bundle = bundles.get(source) ?? bundleFor(folder, entry, source)
  bundles.set(source, bundle)
  return bundle
}

async function bundleFor(folder: string, entry: string, source: string): Promise<string> {
  const [outdir, name] = [join(folder, 'test-results'), `${entry}-${process.pid}`]
  const file = join(outdir, `${name}.js`)
  process.once('exit', () => [file, `${file}.map`].map((path) => rmSync(path, { force: true })))
  await bundleExecutables({ [name]: source }, outdir)
  return file
}

/** Starts `src/<entry>.ts` of a service's folder and waits until it is ready. */
export async function startService(folder: URL, env: Record<string, string>, entry = 'main'): Promise<ServiceProcess> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const publicKey = Buffer.from(keys.publicKey.export({ type: 'spki', format: 'pem' })).toString('base64')
  const child = spawn(process.execPath, [await bundleOnce(fileURLToPath(folder), entry)], {
    cwd: fileURLToPath(folder),
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      LOG_LEVEL: 'warn',
      OPS_TOKEN,
      IDENTITY_PUBLIC_KEY: publicKey,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: Buffer[] = []
  child.stdout.on('data', (line) => output.push(line))
  child.stderr.on('data', (line) => output.push(line))
  const exited = once(child, 'exit')
  const isOver = () => child.exitCode !== null || child.signalCode !== null

  async function send(method: string, path: string, init: { body?: string; headers?: Record<string, string> } = {}) {
    const response = await fetch(url + path, { method, ...init })
    const text = await response.text()
    return { status: response.status, body: text && JSON.parse(text) }
  }

  await until(
    async () => isOver() || (await send('GET', '/readyz').catch(() => ({ status: 0 }))).status === 200,
    (settled) => settled,
    MAX_START_MS,
  )
  if (isOver()) throw new Error(`${folder.pathname} did not start: ${Buffer.concat(output)}`)

  return {
    url,
    send,
    async call(operation, { params, query, body, key, headers, by } = {}) {
      const [method = '', template = ''] = operation.name.split(' ')
      return send(method, toOperationPath(template, params as object, query as object), {
        ...(body !== undefined && { body: JSON.stringify(body) }),
        headers: {
          'content-type': 'application/json',
          ...headers,
          ...(key && { 'idempotency-key': key }),
          ...(by && { [IDENTITY_HEADER]: await signIdentity(by, keys.privateKey) }),
        },
      })
    },
    ops: (name, body = {}) =>
      send('POST', `/ops/${name}`, {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', authorization: `Bearer ${OPS_TOKEN}` },
      }),
    async stop() {
      if (!isOver()) child.kill('SIGTERM')
      await exited
      return child.exitCode
    },
    async kill() {
      if (!isOver()) child.kill('SIGKILL')
      await exited
    },
  }
}
