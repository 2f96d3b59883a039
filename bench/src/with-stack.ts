import { type Stack, type StackOptions, startStack } from '@fernweh/stack/topology/start-stack'
import type { Browser } from 'playwright-core'
import { launchChromium } from './browser/browser.ts'

/** Runs `work` beside the stack called `bench`, which ends with it. */
export async function withStack<T>(options: StackOptions, work: (stack: Stack) => Promise<T>): Promise<T> {
  const stack = await startStack({ name: 'bench', ...options })
  try {
    return await work(stack)
  } finally {
    await stack.close()
  }
}

export function withStackAndBrowser<T>(
  options: StackOptions,
  work: (stack: Stack, browser: Browser) => Promise<T>,
): Promise<T> {
  return withStack(options, async (stack) => {
    const browser = await launchChromium()
    try {
      return await work(stack, browser)
    } finally {
      await browser.close()
    }
  })
}
