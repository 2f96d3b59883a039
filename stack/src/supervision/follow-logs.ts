import { closeSync, existsSync, openSync, readdirSync, readSync, statSync, watch } from 'node:fs'
import { join } from 'node:path'

/** Hands on every line that is written from now on to a file of the folder that is wanted. */
export function followLogs(folder: string, isWanted: (file: string) => boolean, onLine: (line: string) => void) {
  const sizeOf = (file: string) => (existsSync(join(folder, file)) ? statSync(join(folder, file)).size : 0)
  const read = new Map(readdirSync(folder).map((file) => [file, sizeOf(file)]))
  return watch(folder, (_, file) => {
    if (!file?.endsWith('.log') || !isWanted(file)) return
    const size = sizeOf(file)
    const before = read.get(file) ?? 0
    // A file that has shrunk is a new one: the old one was set aside.
    const from = size < before ? 0 : before
    read.set(file, size)
    if (size > from) for (const line of readFrom(join(folder, file), from, size).split('\n')) if (line) onLine(line)
  })
}

function readFrom(path: string, from: number, to: number) {
  const buffer = Buffer.alloc(to - from)
  const file = openSync(path, 'r')
  readSync(file, buffer, 0, buffer.length, from)
  closeSync(file)
  return buffer.toString()
}
