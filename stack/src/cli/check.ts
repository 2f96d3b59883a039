export { main } from '../../../check/run.ts'
