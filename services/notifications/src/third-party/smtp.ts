/** A mail server. Its replies are not passed on, since they repeat addresses. */
import { PermanentFailure } from '@fernweh/kit/server/third-parties/third-party'
import { createTransport } from 'nodemailer'
import type { GivenUpReason } from '../domain/record-outcome.ts'
import type { Attachments } from './attachments.ts'

export interface Mail {
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  attachments: Attachments
  /** BCP 47. */
  language: string
  messageId: string
}

export interface Mailer {
  /**
   * Returns `not-now` when the server works but defers mail for this mailbox. Throws PermanentFailure when the mail will never
   * be accepted, and any other error when the server fails.
   */
  send(mail: Mail, signal: AbortSignal): Promise<'accepted' | 'not-now'>
  close(): void
}

const GREETING_MS = 5_000

interface MailerOptions {
  url: string
  from: string
  timeoutMs: number
  /** One per mail under way, so that no mail waits inside the pool and is sent after its timeout. */
  connections: number
}

export function createMailer({ url, from, timeoutMs, connections }: MailerOptions): Mailer {
  const server = createTransport(
    {
      url,
      pool: true,
      maxConnections: connections,
      // The durable calls count the attempts and repeat them.
      maxRequeues: 0,
      dnsTimeout: GREETING_MS,
      connectionTimeout: GREETING_MS,
      greetingTimeout: Math.min(GREETING_MS, timeoutMs),
      socketTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    // RFC 3834: suppresses automatic replies.
    { from, headers: { 'Auto-Submitted': 'auto-generated' } },
  )

  return {
    async send({ language, ...mail }, signal) {
      try {
        await server.sendMail({ ...mail, headers: { 'Content-Language': language }, signal })
        return 'accepted'
      } catch (error) {
        return classifyError(error as SmtpError)
      }
    },
    close: () => server.close(),
  }
}

/** The fields that nodemailer adds. */
interface SmtpError {
  code?: string
  command?: string
  responseCode?: number
  /** A 5xx that a retry would not change. */
  permanent?: boolean
}

const MAIL_COMMANDS = new Set(['RCPT TO', 'DATA'])

/** A 5xx to our sign-in or our own address needs an operator; mails wait meanwhile. */
function classifyError({ code, command = '', responseCode, permanent }: SmtpError): 'not-now' {
  if (code === 'EENVELOPE' && command === 'API') throw new PermanentFailure('no-address' satisfies GivenUpReason)
  if (permanent && MAIL_COMMANDS.has(command)) throw new PermanentFailure('refused-by-server' satisfies GivenUpReason)
  if (command === 'RCPT TO' && responseCode && responseCode > 421 && responseCode < 500) return 'not-now'
  throw new Error(`the mail server answered ${[code, responseCode, command].filter(Boolean).join(' ')}`)
}
