/** Ctrl-C, a closed terminal, or a polite kill; a second one changes nothing. */
export function untilSignal() {
  const controller = new AbortController()
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        controller.abort()
        resolve()
      })
    }
  })
  return { signal: controller.signal, stopped }
}
