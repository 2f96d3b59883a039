import ipaddr from 'ipaddr.js'

const UNKNOWN = 'unknown'

/** `::ffff:192.0.2.7` and `192.0.2.7:50312` are 192.0.2.7. What is no address is `unknown`. */
export function toAddress(text: string): string {
  return parseAddress(text)?.toString() ?? UNKNOWN
}

/**
 * The network that an address counts as: an IPv4 address by itself, of an IPv6 address the first 64 bits (RFC 4291: the rest
 * is one household's to choose). Anything else is one network, so that garbage buys nothing.
 */
export function networkOf(address: string): string {
  const parsed = parseAddress(address)
  if (!(parsed instanceof ipaddr.IPv6)) return parsed?.toString() ?? UNKNOWN
  const prefix = parsed.parts.slice(0, 4).map((group) => group.toString(16))
  return `${prefix.join(':')}::`
}

function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  // Some proxies add the port.
  const address = text.replace(/^((?:::ffff:)?\d{1,3}(?:\.\d{1,3}){3}):\d+$/i, '$1')
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address)
  return isAddress ? ipaddr.process(address) : null
}
