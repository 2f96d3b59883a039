/** The sign-in page, which leads on to `next`, a path of this site with its query. */
export const toSignInPath = (next: string) => `/sign-in?next=${encodeURIComponent(next)}`
