import { stateFolder } from './folders.ts'
import { startTestInfrastructure } from './test-infrastructure.ts'

/** Vitest's `globalSetup` of workspaces with real parts: `npm test` brings them, `npx vitest` in a workspace starts its own. */
export async function setup() {
  if (process.env.TEST_DATABASE_ADMIN_URL) return undefined
  const { env, close } = await startTestInfrastructure(stateFolder(`vitest-${process.pid}`))
  Object.assign(process.env, env)
  return close
}
