/** The way to sign in, and back to the page. */
export const toSignInHref = (page: string) => `/sign-in?next=${encodeURIComponent(page)}`
