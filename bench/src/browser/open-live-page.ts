import type { Page } from 'playwright-core'

/** The answer to a request over Socket.IO begins like this. */
const ANSWER = /^43\d/

/** Opens a page and waits until its socket has been sent the state of what has this id: from then on changes are pushed. */
export async function openLivePage(page: Page, url: string, id: string): Promise<void> {
  const followed = new Promise<void>((resolve) => {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (ANSWER.test(String(payload)) && String(payload).includes(id)) resolve()
      }),
    )
  })
  await page.goto(url)
  await followed
}
