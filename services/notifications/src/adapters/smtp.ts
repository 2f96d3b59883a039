/** A mail server. What it says is not passed on: it repeats addresses. */
import { PermanentFailure } from '@fernweh/kit/server/third-parties/third-party'
import { createTransport } from 'nodemailer'
import type { Reason } from '../views/mails.ts'

export interface Mail {
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  /** BCP 47. */
  language: string
  messageId: string
}

export interface Mailer {
  /**
   * `not-now`: the server works, but this mailbox takes no mail at the moment. Throws RefusedForGood when it never will,
   * and anything else when the server does not do its work.
   */
  send(mail: Mail, signal: AbortSignal): Promise<'accepted' | 'not-now'>
  close(): void
}

const GREETING_MS = 5_000

interface Settings {
  url: string
  from: string
  timeoutMs: number
  /** As many as mails may be under way, so that none is sent after it was called back. */
  connections: number
}

export function createMailer({ url, from, timeoutMs, connections }: Settings): Mailer {
  const server = createTransport(
    {
      url,
      pool: true,
      maxConnections: connections,
      // Whether to try again is decided where tries are counted.
      maxRequeues: 0,
      dnsTimeout: GREETING_MS,
      connectionTimeout: GREETING_MS,
      greetingTimeout: Math.min(GREETING_MS, timeoutMs),
      socketTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    // RFC 3834: out-of-office replies and the like leave it alone.
    { from, headers: { 'Auto-Submitted': 'auto-generated' } },
  )

  return {
    async send({ language, ...mail }, signal) {
      try {
        await server.sendMail({ ...mail, headers: { 'Content-Language': language }, signal })
        return 'accepted'
      } catch (error) {
        return judge(error as SmtpError)
      }
    },
    close: () => server.close(),
  }
}

/** As nodemailer describes it. */
interface SmtpError {
  code?: string
  command?: string
  responseCode?: number
  /** A 5xx that would come again. */
  permanent?: boolean
}

const OF_THE_MAIL = new Set(['RCPT TO', 'DATA'])

/** A 5xx to our sign-in or our own address is for an operator to mend: mails wait for it. */
function judge({ code, command = '', responseCode, permanent }: SmtpError): 'not-now' {
  if (code === 'EENVELOPE' && command === 'API') throw new PermanentFailure('no-address' satisfies Reason)
  if (permanent && OF_THE_MAIL.has(command)) throw new PermanentFailure('refused-by-server' satisfies Reason)
  if (command === 'RCPT TO' && responseCode && responseCode > 421 && responseCode < 500) return 'not-now'
  throw new Error(`the mail server answered ${[code, responseCode, command].filter(Boolean).join(' ')}`)
}
