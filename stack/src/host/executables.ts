import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where distributions put servers, whether or not an ordinary user has it on PATH. */
export const SYSTEM = ['/usr/local/bin', '/usr/local/sbin', '/usr/bin', '/usr/sbin', '/opt/homebrew/bin']

export function onPath(name: string) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...SYSTEM]
  return folders.map((folder) => join(folder, name)).find(isExecutable)
}

export function isExecutable(file: string) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
