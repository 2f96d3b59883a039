/** The processes of the system: found in the workspaces, each declared in the `processes.ts` of its own folder, and joined here. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ProcessDeclaration } from '@fernweh/contracts/process'
import { root } from '../state/folders.ts'
import { joinProcesses } from './join-processes.ts'
import { workspaces } from './workspaces.ts'

async function readDeclarations(folder: string) {
  const file = join(root, folder, 'processes.ts')
  if (!existsSync(file)) return []
  const { processes } = (await import(pathToFileURL(file).href)) as { processes: ProcessDeclaration[] }
  return processes.map((declaration) => ({ ...declaration, folder }))
}

const found = await Promise.all(workspaces().map(({ folder }) => readDeclarations(folder)))

export const executables = joinProcesses(found.flat())

/** One database and one role each. */
export const databases = [...new Set(executables.flatMap(({ database }) => database ?? []))]
