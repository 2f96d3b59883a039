/** True for a host that is this machine whoever resolves it (RFC 6761 for names), as a URL spells it: `app.localhost`, `[::1]`. */
export const isLoopback = (hostname: string): boolean =>
  /^(([^.]+\.)*localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)
