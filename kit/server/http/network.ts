/**
 * The network a client's address stands for where something is counted: an IPv4 address by itself, of an IPv6 address the
 * first 64 bits (RFC 4291: the rest is one household's to choose). Anything else is one network, so that garbage buys nothing.
 */
export function networkOf(address: string): string {
  // Some proxies add the port.
  const v4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/i.exec(address)
  if (v4?.[1]) return v4[1]
  if (!/^[0-9a-f:]{2,39}$/i.test(address)) return 'unknown'
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = head.split(':').filter(Boolean)
  const rest = tail?.split(':').filter(Boolean) ?? []
  const zeros = Array(Math.max(0, 8 - groups.length - rest.length)).fill('0')
  const prefix = [...groups, ...zeros, ...rest].slice(0, 4)
  return `${prefix.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::`
}
