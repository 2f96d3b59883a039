import { PlainError } from '../plain-error.ts'
import type { Program } from '../supervision/supervisor.ts'

/** A store the stack depends on, started here or given by configuration. */
export type Server = Pick<Program, 'start' | 'stop' | 'kill'>

export function foreignServer(variable: string): Server {
  const refuse = async () => {
    throw new PlainError(`The server of ${variable} is not ours to start or stop.`)
  }
  return { start: refuse, stop: refuse, kill: refuse }
}
