import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../state/folders.ts'
import { workspaces } from './workspaces.ts'

export interface MicroFrontend {
  /** Of its releases. */
  name: string
  folder: string
}

/** Workspaces whose own `build.ts` writes a release, named for its folder: `mfe-search` is released as `search`. */
export function microFrontends(): MicroFrontend[] {
  return workspaces()
    .filter(({ folder }) => existsSync(join(root, folder, 'build.ts')))
    .map(({ folder }) => ({ name: folder.replace(/^mfe-/, ''), folder }))
}
