const SLOW = 5_000

/**
 * Runs one part and prints one line with its time. A part that takes longer says every five seconds that it goes on.
 * @template T
 * @param {string} name
 * @param {(note: (text: string) => void) => T | Promise<T>} work `note` adds a few words to the line
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const began = Date.now()
  let note = ''
  const progress = setInterval(() => console.log(`  … ${name}${note && `, ${note}`} (${seconds(began)})`), SLOW)
  try {
    const result = await work((text) => {
      note = text
    })
    console.log(`✓ ${name.padEnd(16)} ${seconds(began).padStart(7)}  ${note}`.trimEnd())
    return result
  } catch (error) {
    console.log(`✗ ${name.padEnd(16)} ${seconds(began).padStart(7)}`)
    throw error
  } finally {
    clearInterval(progress)
  }
}

/** @param {number} began */
function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`
}
