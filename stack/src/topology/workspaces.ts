import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../state/folders.ts'

interface WorkspaceManifest {
  name: string
  workspaces?: string[]
  scripts?: Record<string, string>
}

export interface Workspace {
  /** Below the root, `services/search`. */
  folder: string
  manifest: WorkspaceManifest
}

/** The workspaces of the root manifest, in the order of its patterns, in which a `*` stands for one folder's name. */
export function workspaces(): Workspace[] {
  const { workspaces: patterns = [] } = readManifest('.')
  return patterns
    .flatMap(matchingFolders)
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => ({ folder, manifest: readManifest(folder) }))
}

function matchingFolders(pattern: string): string[] {
  const segments = pattern.split('/')
  const name = segments.pop() ?? ''
  const above = segments.join('/')
  if (!name.includes('*')) return [pattern]
  const [start = '', end = ''] = name.split('*')
  const names = readdirSync(join(root, above)).sort()
  return names.filter((one) => one.startsWith(start) && one.endsWith(end)).map((one) => join(above, one))
}

function readManifest(folder: string) {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as WorkspaceManifest
}
