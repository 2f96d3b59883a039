import type { RealtimeSocket } from './realtime-connection.ts'

/** WebSocket only: polling needs sticky load balancers. The client is a chunk of its own, loaded at the first join. */
export async function openSocket(team: string): Promise<RealtimeSocket> {
  const { io } = await import(/* webpackChunkName: "socket" */ 'socket.io-client')
  const socket = io({
    path: `/live/${team}/`,
    transports: ['websocket'],
    autoConnect: false,
    forceNew: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 5000,
    ackTimeout: 8000,
  })
  addEventListener('online', () => socket.connected || socket.connect())
  return socket
}
