import { startPostgres } from '../src/postgres.ts'
import { createSupervisor } from '../src/supervisor.ts'

const [state = '', password = ''] = process.argv.slice(2)
await startPostgres({ state, password, supervisor: createSupervisor(state) })
process.kill(process.pid, 'SIGKILL')
