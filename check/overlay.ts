/** A copy of the tree to plant in, outside of the tree. Its workspaces find each other, and third parties the real ones. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { filesOfTree, root, workspaces } from './tree.ts'

const CODE = /\.(ts|tsx|mts|mjs|cjs|js|css|json)$|(^|\/)\.gitignore$/

export function createOverlay(planted: Record<string, string>): { folder: string; remove: () => void } {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'fernweh-planted-')))
  for (const file of filesOfTree().filter((name) => CODE.test(name))) {
    cpSync(path.join(root, file), path.join(folder, file))
  }
  linkModules(folder)
  for (const [file, content] of Object.entries(planted)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), content)
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function linkModules(folder: string): void {
  const modules = path.join(folder, 'node_modules')
  mkdirSync(path.join(modules, '@fernweh'), { recursive: true })
  for (const name of readdirSync(path.join(root, 'node_modules'))) {
    if (name !== '@fernweh') symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name))
  }
  for (const [workspace, { name }] of workspaces()) symlinkSync(path.join(folder, workspace), path.join(modules, name))
}
