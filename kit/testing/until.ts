/** Milliseconds; grows while nothing changes, so that waiting tests leave the processor to what they wait for. */
const [FIRST_POLL, LAST_POLL] = [5, 80]

/** Waits for a state; fails with the last one seen. `within` in milliseconds. */
export async function until<T>(read: () => Promise<T> | T, holds: (value: T) => boolean, within = 60_000): Promise<T> {
  const end = Date.now() + within
  for (let pause = FIRST_POLL; ; pause = Math.min(pause * 2, LAST_POLL)) {
    const value = await read()
    if (holds(value)) return value
    if (Date.now() > end) throw new Error(`not within ${within} ms; last: ${JSON.stringify(value)}`)
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
