/** Link to the sign-in page, which leads back to `page`. */
export function toSignInHref(page: string): string {
  return `/sign-in?next=${encodeURIComponent(page)}`
}
