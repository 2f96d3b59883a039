export type { Messages } from '../language/messages.ts'
