import { closeSync, openSync, readSync, statSync, watch } from 'node:fs'
import { join } from 'node:path'

/** Prints what the processes log from now on; the stores keep theirs to themselves. */
export function followLogs(folder: string) {
  const read = new Map<string, number>()
  watch(folder, (_, file) => {
    if (!file?.endsWith('.log') || /^(postgres|nats)\./.test(file)) return
    const path = join(folder, file)
    const { size } = statSync(path)
    const from = Math.min(read.get(file) ?? size, size)
    read.set(file, size)
    for (const line of readFrom(path, from, size).split('\n')) if (line) console.log(toText(line))
  })
}

function readFrom(path: string, from: number, to: number) {
  const buffer = Buffer.alloc(to - from)
  const file = openSync(path, 'r')
  readSync(file, buffer, 0, buffer.length, from)
  closeSync(file)
  return buffer.toString()
}

function toText(line: string) {
  try {
    const { process: name, instance = name, level, msg, err } = JSON.parse(line)
    return `  ${instance} ${level}: ${msg}${err ? `\n${err.stack}` : ''}`
  } catch {
    return `  ${line}`
  }
}
