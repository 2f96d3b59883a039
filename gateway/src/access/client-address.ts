import type { IncomingMessage } from 'node:http'
import { networkOf, toAddress } from '@fernweh/kit/server/http/network'

export const CLIENT_HEADER = 'x-fernweh-client'

type Connection = Pick<IncomingMessage, 'headers' | 'socket'>

/** Each of `hops` trusted proxies appended the address it saw; entries further left may be forged by anybody. */
export function clientAddressOf({ headers, socket }: Connection, hops: number): string {
  const seen = String(headers['x-forwarded-for'] ?? '').split(',')
  const reported = hops > 0 ? seen.at(-hops)?.trim() : undefined
  return toAddress(reported || socket.remoteAddress || '')
}

export const clientNetworkOf = (connection: Connection, hops: number) => networkOf(clientAddressOf(connection, hops))
