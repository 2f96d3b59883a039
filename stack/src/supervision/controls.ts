import { PlainError } from '../plain-error.ts'
import type { Environment, InstancePlan } from '../topology/instances.ts'
import type { Program } from './supervisor.ts'

/** Names are of an instance (`search-2`), or of a process, which means all its instances. */
export interface Controls {
  start: (name: string) => Promise<void>
  /** Gracefully; stays down until started. */
  stop: (name: string) => Promise<void>
  /** `kill -9`; supervision starts it again. */
  kill: (name: string) => Promise<void>
  /** Variables given here replace those it had, until the stack ends; `undefined` removes one. */
  restart: (name: string, env?: Environment) => Promise<void>
  pids: (name: string) => number[]
}

export function controlsOf(
  instances: InstancePlan[],
  programs: Map<string, Program>,
  overrides: Record<string, Environment>,
): Controls {
  function select(wanted: string) {
    const names = instances
      .filter(({ name, executable }) => name === wanted || executable.name === wanted)
      .map(({ name }) => name)
    if (!names.length) throw new PlainError(`There is no process ${wanted}.`)
    return names.flatMap((name) => programs.get(name) ?? [])
  }
  async function all(name: string, act: (program: Program) => Promise<void>) {
    await Promise.all(select(name).map(act))
  }
  return {
    start: (name) => all(name, (program) => program.start()),
    stop: (name) => all(name, (program) => program.stop()),
    kill: (name) => all(name, (program) => program.kill()),
    async restart(name, env) {
      if (env) overrides[name] = { ...overrides[name], ...env }
      await all(name, async (program) => {
        await program.stop()
        await program.start()
      })
    },
    pids: (name) => select(name).flatMap((program) => program.pid() ?? []),
  }
}
