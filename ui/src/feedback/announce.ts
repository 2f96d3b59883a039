/**
 * One polite live region for the whole page, whoever speaks: components of all teams' bundles find the same element. Each
 * speaker has a line in it, changes it at most every few seconds, and then says only the latest.
 */
const REGION = 'announcements'
const BETWEEN_MS = 4000

export interface Speaker {
  say(words: string): void
  leave(): void
}

export function createSpeaker(page: Document, now: () => number = Date.now): Speaker {
  const line = page.createElement('p')
  regionOf(page).append(line)
  let spokenAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined

  function speak(words: string) {
    spokenAt = now()
    line.textContent = words
  }

  return {
    say(words) {
      clearTimeout(timer)
      timer = setTimeout(() => speak(words), Math.max(0, spokenAt + BETWEEN_MS - now()))
    },
    leave() {
      clearTimeout(timer)
      line.remove()
    },
  }
}

function regionOf(page: Document): HTMLElement {
  const known = page.getElementById(REGION)
  if (known) return known
  const region = page.createElement('div')
  region.id = REGION
  region.setAttribute('aria-live', 'polite')
  page.body.append(region)
  return region
}
