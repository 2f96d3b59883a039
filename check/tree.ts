import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Manifest } from './manifests.ts'

/** The folder of the repository, without a slash at its end. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** Every file that is or may be committed, by its path below the root. */
export function filesOfTree(): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate']
  const deleted = new Set(git(['ls-files', '-z', '--deleted']))
  return git(args).filter((file) => !deleted.has(file))
}

function git(args: string[]): string[] {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
}

export const readText = (file: string) => readFileSync(path.join(root, file), 'utf8')

export const readJson = <Content>(file: string) => JSON.parse(readText(file)) as Content

/** Manifests of the workspaces, by folder. */
export function workspaces(): [folder: string, manifest: Manifest][] {
  return filesOfTree()
    .filter((file) => file.endsWith('/package.json'))
    .map((file) => [path.dirname(file), readJson<Manifest>(file)])
}
