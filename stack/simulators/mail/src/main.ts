import { once } from 'node:events'
import path from 'node:path'
import { createApp, handleErrors, listen } from '@fernweh/kit/server/http/http'
import { readConfig } from '@fernweh/kit/server/process/config'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { config as shape } from './config.ts'
import { openMailbox } from './mailbox.ts'
import { serveMailbox } from './routes.ts'
import { type SmtpCall, settingsSchema } from './settings.ts'
import { createSmtp } from './smtp.ts'

await runProcess('mailbox', async (context) => {
  const config = readConfig(shape)
  const mailbox = await openMailbox(path.join(config.STATE_DIR, 'mails'))
  const settings = settingsSchema.parse({})
  const calls: SmtpCall[] = []

  const smtp = createSmtp(mailbox, settings, calls)
  smtp.on('error', (error) => context.log.warn({ err: error }, 'a connection failed'))
  const listening = smtp.listen(config.SMTP_PORT, config.HOST)
  await once(listening, 'listening')
  context.onStop('smtp', () => new Promise<void>((resolve) => smtp.close(resolve)))

  const app = createApp(context, { opsToken: config.OPS_TOKEN })
  serveMailbox(app, mailbox, settings, calls)
  handleErrors(app)
  await listen(app, context, config)
})
