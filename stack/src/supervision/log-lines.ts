/** Lines of log files as people read them; what is no log line, such as a crash, stays as it is. */

interface LogLine {
  time: string
  process: string
  instance?: string
  level: string
  msg: string
  err?: { stack?: string; message?: string }
}

/** With the time and every further field. */
export function toText(line: string): string {
  const read = parse(line)
  if (!read) return line
  const { time, process, instance = process, level, msg, err, ...further } = read
  const fields = Object.keys(further).length ? ` ${JSON.stringify(further)}` : ''
  return `${time} ${instance} ${level}: ${msg}${fields}${toStack(err)}`
}

/** Null for what is neither a warning nor a fault. */
export function toWarning(line: string): string | null {
  const read = parse(line)
  if (!read) return `  ${line}`
  const { process, instance = process, level, msg, err } = read
  return ['warn', 'error', 'fatal'].includes(level) ? `  ${instance} ${level}: ${msg}${toStack(err)}` : null
}

const toStack = (err: LogLine['err']) => (err ? `\n${err.stack ?? err.message}` : '')

function parse(line: string): LogLine | null {
  try {
    const read = JSON.parse(line)
    return typeof read?.msg === 'string' && typeof read.level === 'string' ? read : null
  } catch {
    return null
  }
}
