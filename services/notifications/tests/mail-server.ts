/** A mail server as others run them, which does what a test wants of it. */
import { once } from 'node:events'
import type { AddressInfo, Server, Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** Where a conversation has come to. */
export type Stage = 'connect' | 'sender' | 'recipient' | 'data'
export type Behaviour = number | 'cut' | 'hang' | 'lose-answer'

export interface MailServer {
  url: string
  /** Everything that was taken over, also where the answer was lost. */
  mails: Email[]
  /** Who a mail was handed over for, whatever its head says. */
  recipients: string[]
  /** When conversations began. */
  connections: number[]
  /** How often it has told somebody to come again. */
  hesitated(): number
  /** A number is the reply; `cut` ends the connection, `hang` never answers, `lose-answer` takes over and then cuts. */
  behave(stage: Stage, behaviour: Behaviour | undefined, address?: string): void
  /** As if it were new. */
  forget(): void
  down(): Promise<void>
  up(): Promise<void>
  close(): Promise<void>
}

type Done = (error?: Error | null) => void

export async function startMailServer(): Promise<MailServer> {
  const mails: Email[] = []
  const recipients: string[] = []
  const behaviours = new Map<string, Behaviour>()
  const connections: number[] = []
  let hesitated = 0
  let port = 0
  let server = listen()

  function listen(): SMTPServer {
    const meet = (id: string, stage: Stage, done: Done, address?: string) => {
      const behaviour = behaviours.get(`${stage} ${address}`) ?? behaviours.get(stage)
      if (behaviour === 'cut') cut(id)
      else if (typeof behaviour === 'number') {
        hesitated += behaviour < 500 ? 1 : 0
        done(Object.assign(new Error(`not ${address}`), { responseCode: behaviour }))
      } else if (behaviour !== 'hang') done()
    }
    const cut = (id: string) => {
      for (const one of made.connections as Set<{ id: string; _socket: Socket }>) {
        if (one.id === id) one._socket.destroy()
      }
    }
    const made = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 50,
      onConnect(session, done) {
        connections.push(Date.now())
        meet(session.id, 'connect', done)
      },
      onMailFrom: (_, session, done) => meet(session.id, 'sender', done),
      onRcptTo: ({ address }, session, done) => meet(session.id, 'recipient', done, address),
      onData(stream, { id, envelope }, done) {
        const chunks: Buffer[] = []
        stream.on('data', (chunk) => chunks.push(chunk as Buffer))
        stream.on('end', async () => {
          const behaviour = behaviours.get('data')
          if (behaviour !== undefined && behaviour !== 'lose-answer') return meet(id, 'data', done)
          mails.push(await PostalMime.parse(Buffer.concat(chunks)))
          recipients.push(...envelope.rcptTo.map(({ address }) => address))
          if (behaviour === 'lose-answer') cut(id)
          else done()
        })
      },
    })
    made.on('error', () => {})
    made.listen(port, '127.0.0.1')
    return made
  }

  const stop = (one: SMTPServer) => new Promise<void>((resolve) => one.close(() => resolve()))
  await once(server.server as Server, 'listening')
  port = ((server.server as Server).address() as AddressInfo).port

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    recipients,
    connections,
    hesitated: () => hesitated,
    behave(stage, behaviour, address) {
      const key = address ? `${stage} ${address}` : stage
      if (behaviour === undefined) behaviours.delete(key)
      else behaviours.set(key, behaviour)
    },
    forget() {
      for (const list of [mails, recipients, connections]) list.length = 0
      behaviours.clear()
      hesitated = 0
    },
    down: () => stop(server),
    async up() {
      server = listen()
      await once(server.server as Server, 'listening')
    },
    close: () => stop(server),
  }
}
