import express, { type Express } from 'express'
import type { Mailbox } from './mailbox.ts'
import { style, toList, toReading } from './page.ts'
import { type Settings, type SmtpCall, settingsSchema } from './settings.ts'

const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export function serveMailbox(app: Express, mailbox: Mailbox, settings: Settings, calls: SmtpCall[]): void {
  app.use((_request, response, next) => {
    response.set({
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    next()
  })
  app.get('/style.css', (_request, response) => void response.type('css').send(style))
  app.get('/', (_request, response) => void response.type('html').send(toList(mailbox.all())))
  app.get('/mails', (_request, response) => {
    const mails = mailbox.all().map(({ attachments, ...mail }) => ({
      ...mail,
      attachments: attachments.map(({ name, type }) => ({ name, type })),
    }))
    response.json(mails)
  })
  app.get('/mails/:id', ({ params }, response, next) => {
    const mail = mailbox.find(params.id)
    if (!mail) return next()
    response.type('html').send(toReading(mail))
  })
  app.get('/mails/:id/attachments/:index', ({ params }, response, next) => {
    const attachment = mailbox.find(params.id)?.attachments[Number(params.index)]
    if (!attachment) return next()
    response.attachment(attachment.name).type('application/octet-stream').send(attachment.content)
  })
  app
    .route('/_control')
    .get((_request, response) => void response.json({ settings, calls }))
    .post(express.json(), (request, response) => {
      const read = settingsSchema.safeParse({ ...settings, ...request.body })
      if (!read.success) return void response.status(400).json({ invalid: read.error.issues })
      response.json(Object.assign(settings, read.data))
    })
}
