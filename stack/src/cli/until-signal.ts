/** The signals that stop a stack; the first is the reason of the abort, a second one changes nothing. */
export function untilSignal() {
  const controller = new AbortController()
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        controller.abort(signal)
        resolve()
      })
    }
  })
  return { signal: controller.signal, stopped }
}
