const SLOW = 5_000
const QUICK = 1_000

/**
 * Runs one part and prints one line with its time. A part that takes longer says how far it is: every second in the same line
 * of a terminal, every five seconds in a line of its own elsewhere.
 * @template T
 * @param {string} name
 * @param {(note: (text: string) => void) => T | Promise<T>} work `note` adds a few words to the line
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const began = Date.now()
  let note = ''
  const say = () => tell(`  … ${name}${note && `, ${note}`} (${seconds(began)})`)
  const progress = setInterval(say, process.stdout.isTTY ? QUICK : SLOW)
  try {
    const result = await work((text) => {
      note = text
    })
    tellLast(`✓ ${name.padEnd(16)} ${seconds(began).padStart(7)}  ${note}`.trimEnd())
    return result
  } catch (error) {
    tellLast(`✗ ${name.padEnd(16)} ${seconds(began).padStart(7)}`)
    throw error
  } finally {
    clearInterval(progress)
  }
}

/** @param {string} line that the next one takes the place of, in a terminal */
function tell(line) {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${line.slice(0, process.stdout.columns - 1)}`)
  else console.log(line)
}

/** @param {string} line */
function tellLast(line) {
  console.log(process.stdout.isTTY ? `\r\x1b[2K${line}` : line)
}

/** @param {number} began */
function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`
}
