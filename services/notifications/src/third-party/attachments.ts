/** The files of a mail: the code of its ticket, which its HTML shows, and an entry for a calendar. */
import { toCalendarFile } from '@fernweh/kit/server/files/calendar'
import { toQrPng } from '@fernweh/kit/server/files/qr-code'
import type { SendMailOptions } from 'nodemailer'
import { type MailDocument, TICKET_IMAGE } from '../domain/mail-document.ts'

export type Attachments = NonNullable<SendMailOptions['attachments']>

export function toAttachments({ ticket, calendar }: MailDocument, now: Date): Attachments {
  const files: Attachments = []
  if (ticket) {
    const { reference, url } = ticket
    files.push({
      filename: `fernweh-${reference}.png`,
      content: toQrPng(url),
      contentType: 'image/png',
      cid: TICKET_IMAGE,
      contentDisposition: 'inline',
    })
  }
  if (calendar) {
    files.push({
      filename: `fernweh-${calendar.reference}.ics`,
      content: toCalendarFile(calendar.entry, now),
      contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
    })
  }
  return files
}
