import { startPostgres } from '../src/stores/postgres.ts'
import { createSupervisor } from '../src/supervision/supervisor.ts'

const [state = '', password = ''] = process.argv.slice(2)
await startPostgres({ state, password, supervisor: createSupervisor(state) })
process.kill(process.pid, 'SIGKILL')
