/** Who a request comes from, for limits behind the door: the address of the socket, or what the proxies before us say. */
import type { IncomingMessage } from 'node:http'

export const CLIENT_HEADER = 'x-fernweh-client'

/** Each of `hops` trusted proxies has appended whom it heard; what stands further left anybody may have written. */
export function clientOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, hops: number): string {
  const heard = String(headers['x-forwarded-for'] ?? '').split(',')
  const told = hops > 0 ? heard.at(-hops)?.trim() : undefined
  return toPlain(told || socket.remoteAddress || 'unknown')
}

/** One spelling for an IPv4 address, whichever kind of socket it came through. */
const toPlain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/, '').slice(0, 64)
