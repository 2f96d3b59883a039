import { rmSync } from 'node:fs'
import { postgresFolder, stateFolder } from '../state/folders.ts'
import { lock } from '../state/lock.ts'
import { endLeftovers } from '../state/process-records.ts'
import { secretsOf } from '../state/secrets.ts'
import { startNats } from '../stores/nats.ts'
import { natsBinary } from '../stores/nats-binary.ts'
import { startPostgres } from '../stores/postgres.ts'
import { createSupervisor } from '../supervision/supervisor.ts'

export interface TestInfrastructure {
  /** What tests of services read from the environment. */
  env: { TEST_DATABASE_ADMIN_URL: string; TEST_NATS_URL: string; NATS_SERVER: string }
  close: () => Promise<void>
}

/** One empty PostgreSQL and one NATS for all tests that need real fragments; nothing of it is kept. */
export async function startTestInfrastructure(state = stateFolder('test')): Promise<TestInfrastructure> {
  const unlock = lock(state)
  await endLeftovers(state)
  discard(state)
  const supervisor = createSupervisor(state)
  const close = async () => {
    await supervisor.stopAll()
    discard(state)
    unlock()
  }
  try {
    const { postgresPassword: password } = secretsOf(state, [])
    const postgres = await startPostgres({ state, password, supervisor, durable: false })
    const nats = await startNats({ state, supervisor })
    const NATS_SERVER = await natsBinary()
    return { env: { TEST_DATABASE_ADMIN_URL: postgres.adminUrl, TEST_NATS_URL: nats.url, NATS_SERVER }, close }
  } catch (error) {
    await close()
    throw error
  }
}

function discard(state: string) {
  rmSync(postgresFolder(state), { recursive: true, force: true })
  rmSync(`${state}/nats`, { recursive: true, force: true })
}
