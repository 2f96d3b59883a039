/**
 * What a visitor wanted to hold before signing in. It is kept in this browser, because a link alone must not hold seats, and in a
 * cookie, because a sign-in clears the storage.
 */
import type { SessionChoice } from '@fernweh/contracts/browser/session-choice'

const NAME = 'fernweh-wanted-hold'
/** A sign-up waits for its mail. */
const KEPT_SECONDS = 3600

export function keepWantedHold(choice: SessionChoice): void {
  setCookie(toValue(choice), KEPT_SECONDS)
}

/** True once, if this is what was wanted within the last hour; what else was wanted is forgotten. */
export function takeWantedHold(choice: SessionChoice): boolean {
  const wanted = document.cookie.split('; ').includes(`${NAME}=${toValue(choice)}`)
  setCookie('', 0)
  return wanted
}

const toValue = ({ sessionId, seats }: SessionChoice) => encodeURIComponent(`${seats} ${sessionId}`)

function setCookie(value: string, seconds: number): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is asynchronous, and the page is about to be left
  document.cookie = `${NAME}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax${secure}`
}
