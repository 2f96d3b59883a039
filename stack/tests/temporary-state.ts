import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { postgresFolder } from '../src/state/folders.ts'
import { createSupervisor } from '../src/supervision/supervisor.ts'

/** A state folder, with a space in its path, that is gone after the test. */
export function temporaryState() {
  const state = mkdtempSync(join(tmpdir(), 'fernweh state '))
  onTestFinished(() => {
    rmSync(state, { recursive: true, force: true })
    rmSync(postgresFolder(state), { recursive: true, force: true })
  })
  return state
}

export function temporarySupervisor(state: string, log?: (line: string) => void) {
  const supervisor = createSupervisor(state, log)
  onTestFinished(() => supervisor.stopAll())
  return supervisor
}
