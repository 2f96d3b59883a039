/**
 * The address with its domain in ASCII, as DNS knows it (UTS #46): `user@münchen.example` → `user@xn--mnchen-3ya.example`. Left as it is
 * where there is no such domain: the check of the address names what is wrong with it.
 */
export function withAsciiDomain(mail: string): string {
  const at = mail.lastIndexOf('@') + 1
  const domain = mail.slice(at)
  // A URL would take what follows one of these for a path, a port or an escape.
  if (at === 0 || /[\s/\\?#@:%[\]]/.test(domain)) return mail
  return URL.canParse(`http://${domain}`) ? mail.slice(0, at) + new URL(`http://${domain}`).hostname : mail
}
