/** Where to sign in; `page` is where to come back to. */
export function toSignInHref(page: string): string {
  return `/sign-in?next=${encodeURIComponent(page)}`
}
