/** A mail server that delivers everything to one mailbox. */
import { setTimeout as delay } from 'node:timers/promises'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import type { Mailbox } from './mailbox.ts'
import type { Settings, SmtpCall } from './settings.ts'

const MAX_BYTES = 1024 * 1024

class Reply extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message)
  }
}

export function createSmtp(mailbox: Mailbox, settings: Settings, calls: SmtpCall[]): SMTPServer {
  const note = (what: SmtpCall['what']) => void calls.push({ at: Date.now(), what })

  async function take(stream: SMTPServerDataStream, to: string[]) {
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    if (stream.sizeExceeded) throw new Reply(552, 'The mail is larger than 1 MB')
    await mailbox.keep(Buffer.concat(chunks), to)
    await delay(settings.delayMs)
  }

  const server = new SMTPServer({
    banner: 'Fernweh mailbox',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MAX_BYTES,
    disableReverseLookup: true,
    onConnect(_session, done) {
      note(settings.down ? 'turned-away' : 'connected')
      done(settings.down ? new Reply(421, 'Not now') : null)
    },
    onRcptTo({ address }, _session, done) {
      if (address !== settings.refuse) return done()
      note('refused')
      done(new Reply(550, `Nobody has the address ${address}`))
    },
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address)
      take(stream, to).then(() => {
        if (settings.loseAnswers === 0) {
          note('accepted')
          return done()
        }
        settings.loseAnswers -= 1
        note('answer-lost')
        cut(server, session.id)
      }, done)
    },
  })
  return server
}

/** The server's own set holds the sockets. */
function cut(server: SMTPServer, sessionId: string): void {
  for (const connection of server.connections as Set<{ id: string; _socket: { destroy(): void } }>) {
    if (connection.id === sessionId) connection._socket.destroy()
  }
}
