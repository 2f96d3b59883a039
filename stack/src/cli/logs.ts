import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PlainError } from '../plain-error.ts'
import { stateFolder } from '../state/folders.ts'
import { notRunning } from '../state/running-stack.ts'
import { followLogs } from '../supervision/follow-logs.ts'
import { toText } from '../supervision/log-lines.ts'
import { lastLines } from '../supervision/logs.ts'
import { readLogs } from './options.ts'
import { untilSignal } from './until-signal.ts'

const LAST = 40

/** `npm run logs -- search`: the last lines of a process, and with `--follow` those to come. Also of a stack that has ended. */
export async function main(args: string[]) {
  const { stack, process, follow } = readLogs(args)
  const { folder, files } = findLogs(stack, process)
  for (const file of files) printLast(join(folder, file))
  if (!follow) return
  followLogs(
    folder,
    (file) => files.includes(file),
    (line) => console.log(toText(line)),
  )
  await untilSignal().stopped
}

function printLast(file: string) {
  for (const line of lastLines(file, LAST).split('\n')) if (line) console.log(toText(line))
}

/** The log files of a process (`search`: every instance) or of one instance (`search-2`). */
export function findLogs(stack: string, wanted = '', state = stateFolder(stack)) {
  const folder = join(state, 'logs')
  if (!existsSync(folder)) throw notRunning(stack)
  const all = readdirSync(folder).filter((file) => file.endsWith('.log'))
  const files = all.filter((file) => [instanceOf(file), processOf(file)].includes(wanted)).sort()
  if (files.length) return { folder, files }
  const names = [...new Set(all.map(processOf))].sort().join(', ')
  throw new PlainError(`${wanted ? `There is no log of ${wanted}` : 'No process is named'}: it is one of ${names}.`)
}

const instanceOf = (file: string) => file.replace(/\.log$/, '')
const processOf = (file: string) => instanceOf(file).replace(/-\d+$/, '')
