import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSupervisor } from '../../src/supervision/supervisor.ts'

/** Starts two processes as a stack does, in groups of their own, whose command line holds the mark of this run. */
export async function startMarked(state: string) {
  const mark = process.env.PLANTED_MARK as string
  const supervisor = createSupervisor(state)
  for (const rank of [0, 1]) {
    const args = ['-e', 'setInterval(() => {}, 1000)', mark]
    const spec = { name: `${rank}`, rank, command: process.execPath, args, cwd: state, env: process.env }
    await supervisor.program({ ...spec, ready: async () => true }).start()
  }
  writeFileSync(join(process.env.PLANTED_STARTED as string), '')
  return supervisor
}
