import { closeSync, openSync, readSync, statSync, watch } from 'node:fs'
import { join } from 'node:path'

/** Prints the warnings and faults the processes log from now on; the rest stays in the files. */
export function followLogs(folder: string) {
  const read = new Map<string, number>()
  watch(folder, (_, file) => {
    if (!file?.endsWith('.log') || /^(postgres|nats)\./.test(file)) return
    const path = join(folder, file)
    const { size } = statSync(path)
    const from = Math.min(read.get(file) ?? size, size)
    read.set(file, size)
    const lines = readFrom(path, from, size).split('\n')
    for (const text of lines.flatMap(toText)) console.log(text)
  })
}

function readFrom(path: string, from: number, to: number) {
  const buffer = Buffer.alloc(to - from)
  const file = openSync(path, 'r')
  readSync(file, buffer, 0, buffer.length, from)
  closeSync(file)
  return buffer.toString()
}

/** Nothing, or one text; what is no log line, such as a crash, is shown as it is. */
function toText(line: string): string[] {
  if (!line.startsWith('{')) return line ? [`  ${line}`] : []
  const { process: name, instance = name, level, msg, err } = JSON.parse(line)
  if (!['warn', 'error', 'fatal'].includes(level)) return []
  return [`  ${instance} ${level}: ${msg}${err ? `\n${err.stack}` : ''}`]
}
