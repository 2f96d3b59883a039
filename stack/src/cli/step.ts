const LINE_MS = 5_000
const TERMINAL_MS = 1_000

/**
 * Runs one step and prints one line with its time. A step that takes longer reports its progress: every second in the same
 * line of a terminal, every five seconds in a line of its own elsewhere. `note` adds a few words to the line.
 */
export async function step<T>(name: string, work: (note: (text: string) => void) => T | Promise<T>): Promise<T> {
  const start = Date.now()
  let note = ''
  const report = () => printProgress(`  … ${name}${note && `, ${note}`} (${secondsSince(start)})`)
  const timer = setInterval(report, process.stdout.isTTY ? TERMINAL_MS : LINE_MS)
  try {
    const result = await work((text) => {
      note = text
    })
    printResult(`✓ ${name.padEnd(16)} ${secondsSince(start).padStart(7)}  ${note}`.trimEnd())
    return result
  } catch (error) {
    printResult(`✗ ${name.padEnd(16)} ${secondsSince(start).padStart(7)}`)
    throw error
  } finally {
    clearInterval(timer)
  }
}

/** In a terminal the next line takes its place. */
function printProgress(line: string) {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${line.slice(0, process.stdout.columns - 1)}`)
  else console.log(line)
}

function printResult(line: string) {
  console.log(process.stdout.isTTY ? `\r\x1b[2K${line}` : line)
}

function secondsSince(start: number) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`
}
