/** An empty service in the one anatomy: it starts, is ready, answers its audit, and owns nothing yet. */

export function toManifest(name: string, { scripts, dependencies, dev = {} }: Package): string {
  const manifest = {
    name: `@fernweh/${name}`,
    version: '0.1.0',
    private: true,
    license: 'MIT',
    type: 'module',
    scripts,
    dependencies: { '@fernweh/contracts': '0.1.0', '@fernweh/kit': '0.1.0', ...dependencies },
    ...(Object.keys(dev).length > 0 && { devDependencies: dev }),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

interface Package {
  scripts: Record<string, string>
  dependencies: Record<string, string>
  dev?: Record<string, string>
}

export const serverScripts = {
  build: 'tsx ../../kit/build/bundle-service.ts',
  test: 'vitest run --config ../../vitest.config.ts',
}

/** Path below the root → content. `versions` are those the other services use. */
export function serviceFiles(name: string, versions: { zod: string }): Record<string, string> {
  const variable = toVariable(name)
  const files = {
    'package.json': toManifest(name, { scripts: serverScripts, dependencies: versions }),
    'README.md': readme(name),
    'processes.ts': `import type { ProcessDeclaration } from '@fernweh/contracts/process'

export const processes: ProcessDeclaration[] = [{ name: '${name}', entry: 'main', database: '${name}' }]
`,
    'migrations/001-views.sql': `-- Tables of the views of ${name}. The tables of the event log are kit's own.\n`,
    'src/config.ts': `import { internalEnv } from '@fernweh/kit/server/process/config'
import { z } from 'zod'

export const ${variable}Env = internalEnv.extend({ DATABASE_URL: z.string().min(1) })
`,
    'src/audit.ts': `import type { Pool } from '@fernweh/kit/server/database/database'
import { type AuditCheck, checkDelivery } from '@fernweh/kit/server/event-log/audit'

/** Each view that is added here is compared with its rebuild from the log. */
export const audit${toPascal(name)} = (pool: Pool): Promise<AuditCheck[]> => checkDelivery(pool)
`,
    'src/main.ts': main(name, variable),
    [`tests/${name}.test.ts`]: TEST,
  }
  return inFolder(`services/${name}`, files)
}

export const inFolder = (folder: string, files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).map(([file, text]) => [`${folder}/${file}`, text]))

export const toPascal = (name: string) =>
  name.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase())

const toVariable = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

function main(name: string, variable: string): string {
  return `import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { openService } from '@fernweh/kit/server/boot/open-service'
import { audit${toPascal(name)} } from './audit.ts'
import { ${variable}Env } from './config.ts'

await runProcess('${name}', async (context) => {
  const migrations = new URL('../migrations/', import.meta.url)
  const service = await openService(context, { env: ${variable}Env, owner: '${name}', migrations })
  await service.serve(() => audit${toPascal(name)}(service.pool))
})
`
}

const TEST = `import { readMigrations } from '@fernweh/kit/server/database/database'
import { type ServiceProcess, startService } from '@fernweh/kit/testing/service-process'
import { createTestDatabase, type TestDatabase } from '@fernweh/kit/testing/test-database'
import { startTestNats, type TestNats } from '@fernweh/kit/testing/test-nats'
import { afterAll, beforeAll, expect, it } from 'vitest'

const folder = new URL('..', import.meta.url)
let database: TestDatabase
let nats: TestNats
let service: ServiceProcess

beforeAll(async () => {
  nats = await startTestNats()
  database = await createTestDatabase(await readMigrations(new URL('migrations/', folder)))
  service = await startService(folder, { DATABASE_URL: database.url, NATS_URL: nats.url })
})
afterAll(async () => {
  await service.stop()
  await nats.close()
  await database.drop()
})

it('keeps its promises', async () => {
  const { status, body } = await service.ops('audit')
  expect(status).toBe(200)
  expect(body.checks.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([])
})
`

function readme(name: string): string {
  return `# ${name}

Owns nothing yet.

**Consumes** nothing.

**Publishes** nothing.

Add a file per resource in \`src/api/\`, per durable consumer in \`src/consumers/\`, per command in \`src/domain/\` (with
\`src/domain/decider.ts\`), and per view in \`src/views/\`. Events, operations and feeds go to \`contracts/src/\`.

Tests: \`npm test -- --only ${name}\`.
`
}
