import { readdirSync } from 'node:fs'

const FIXED = [
  'contracts',
  'kit',
  'ui',
  'illustrator',
  'services',
  'bff',
  'gateway',
  'shell',
  'stack',
  'e2e',
  'bench',
  'check',
]

/** The folders that hold code; a new micro-frontend is one from its first day. */
export function workspaceFolders(folder: string): string[] {
  return [...FIXED, ...readdirSync(folder).filter((name) => name.startsWith('mfe-'))]
}
