import { existsSync, readFileSync, renameSync, statSync } from 'node:fs'

const LARGE = 20_000_000

/** One generation back is enough to see what happened. */
export function keepSmall(file: string) {
  if (existsSync(file) && statSync(file).size > LARGE) renameSync(file, `${file}.1`)
}

export function lastLines(file: string, count: number) {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n') : ''
}
