/** Builds another release of a micro-frontend, as its team would: from its own sources, changed. */
import { execFile } from 'node:child_process'
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))

export type Team = 'search' | 'bookings' | 'reviews' | 'account'

interface Change {
  /** Source file below the micro-frontend's folder. */
  file: string
  change: (source: string) => string
}

/** The `dist` of the changed build. Fails when the change changes nothing. */
export async function buildVariant(team: Team, name: string, { file, change }: Change): Promise<string> {
  const folder = path.join(root, 'e2e', 'dist', 'variants', `${team}-${name}`)
  const original = path.join(root, `mfe-${team}`)
  await rm(folder, { recursive: true, force: true })
  await cp(original, folder, { recursive: true, filter: (from) => !/[\\/](dist|node_modules|\.turbo)$/.test(from) })
  const source = await readFile(path.join(folder, file), 'utf8')
  const changed = change(source)
  if (changed === source) throw new Error(`${file} of mfe-${team} does not hold what was to be changed`)
  await writeFile(path.join(folder, file), changed)
  await run(process.execPath, ['--import', 'tsx', 'build.ts'], { cwd: folder })
  return path.join(folder, 'dist')
}
