import { openService } from '@fernweh/kit/server/boot/open-service'
import { createKeyring } from '@fernweh/kit/server/personal-data/sealing'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { runCalls } from '@fernweh/kit/server/third-parties/calls'
import { createThirdParty } from '@fernweh/kit/server/third-parties/third-party'
import { auditNotifications } from './audit.ts'
import { notificationsEnv } from './config.ts'
import { requestMails } from './consumers/request-mails.ts'
import { createMailCalls } from './third-party/mail-calls.ts'
import { createMailer } from './third-party/smtp.ts'
import { readInstallation } from './views/facts.ts'

const BREAKER = { failures: 5, resetMs: 5_000 }

/** One for the relay, up to five for the consumers, the rest for mails. */
const CONNECTIONS = 8

await runProcess('notifications', async (context) => {
  const service = await openService(context, {
    env: notificationsEnv,
    owner: 'notifications',
    migrations: new URL('../migrations/', import.meta.url),
    connections: CONNECTIONS,
  })
  const { config, pool, broker, log, relay, running } = service
  const installation = await readInstallation(pool)

  const { SMTP_URL: url, MAIL_FROM: from, MAIL_TIMEOUT_MS: timeoutMs, MAILS_PER_SECOND: perSecond } = config
  const mailer = createMailer({ url, from, timeoutMs, connections: perSecond })
  context.onStop('mail server', () => mailer.close())
  const thirdParty = createThirdParty({
    name: 'smtp',
    perSecond,
    timeoutMs,
    breaker: BREAKER,
    metrics: context.metrics,
  })
  context.onStop('breaker', () => thirdParty.close())
  const keyring = createKeyring({ broker, subject: 'keys.accounts', metrics: context.metrics })
  const mailCalls = createMailCalls({ pool, keyring, mailer, origin: config.PUBLIC_ORIGIN, log })
  const calls = running('calls', runCalls({ pool, log, thirdParty, ...mailCalls, afterCommit: () => relay.wake() }))

  requestMails(service, { installation, afterCommit: () => calls.wake() })
  await service.serve(() => auditNotifications({ pool, broker, installation }))
})
