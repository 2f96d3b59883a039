/** Builds another release of a micro-frontend from its sources with one change. */
import { execFile } from 'node:child_process'
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))

export type TeamName = 'search' | 'bookings' | 'reviews' | 'account'

interface Change {
  /** Source file below the micro-frontend's folder. */
  file: string
  change: (source: string) => string
}

/** Returns the `dist` of the changed build. Throws when the change has no effect. */
export async function buildVariant(team: TeamName, name: string, { file, change }: Change): Promise<string> {
  const folder = path.join(root, 'e2e', 'dist', 'variants', `${team}-${name}`)
  const original = path.join(root, `mfe-${team}`)
  await rm(folder, { recursive: true, force: true })
  await cp(original, folder, { recursive: true, filter: (from) => !/[\\/](dist|node_modules|\.turbo)$/.test(from) })
  const source = await readFile(path.join(folder, file), 'utf8')
  const changed = change(source)
  if (changed === source) throw new Error(`${file} of mfe-${team} is unchanged: adapt the change to its current source`)
  await writeFile(path.join(folder, file), changed)
  await run(process.execPath, ['--import', 'tsx', 'build.ts'], { cwd: folder })
  return path.join(folder, 'dist')
}
