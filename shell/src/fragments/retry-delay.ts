/** Waits 1, 2, 4 … seconds, at most 30, with jitter so that many browsers do not retry at the same moment. */
export function waitBeforeRetry(attempt: number): Promise<void> {
  const seconds = Math.min(30, 2 ** (attempt - 1)) * (0.75 + Math.random() / 2)
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000))
}
