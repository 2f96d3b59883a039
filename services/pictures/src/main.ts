import { createPool, isReachable, migrate, readMigrations } from '@fernweh/kit/server/database/database'
import { connectBroker } from '@fernweh/kit/server/delivery/broker'
import { serveLog } from '@fernweh/kit/server/delivery/log-server'
import { createOutboxRelay } from '@fernweh/kit/server/delivery/outbox-relay'
import { createApp, handleErrors, listen } from '@fernweh/kit/server/http/http'
import { readConfig } from '@fernweh/kit/server/process/config'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { idOf } from './adapters/choose.ts'
import { createConsumers } from './adapters/consumers.ts'
import { print } from './adapters/print.ts'
import { redraw } from './adapters/redraw.ts'
import { createVariants } from './adapters/variants.ts'
import { createWarmer } from './adapters/warm.ts'
import { servePictures } from './app.ts'
import { picturesEnv } from './config.ts'
import { auditPictures } from './views/audit.ts'
import { createFindSource, firstShown } from './views/pictures.ts'

/** One is the relay's, up to two are the consumer's and the redrawing's, the rest answers requests. */
const CONNECTIONS = 6

await runProcess('pictures', async (context) => {
  const { log, stopping: signal } = context
  const config = readConfig(picturesEnv)
  const pool = createPool(config.DATABASE_URL, { connections: CONNECTIONS })
  context.onStop('database', () => pool.end())
  context.readiness('database', () => isReachable(pool))
  await migrate(pool, await readMigrations(new URL('../migrations/', import.meta.url)))

  const broker = await connectBroker({ url: config.NATS_URL, name: config.INSTANCE || context.name })
  context.onStop('broker', () => broker.nc.drain())
  const relay = createOutboxRelay({ pool, broker, owner: 'pictures', log })
  context.onStop('relay', () => relay.stop())
  serveLog({ broker, pool, owner: 'pictures' })

  const { PICTURES_DIR: folder, PRINTERS: printers, WAITING: waiting, WARM_PICTURES: most } = config
  const variants = createVariants({ folder, findSource: createFindSource(pool), print, printers, waiting })
  const warmer = createWarmer({ variants, firstShown: () => firstShown(pool, most), log })
  context.onStop('warmer', () => warmer.stop())
  function afterCommit() {
    relay.wake()
    warmer.poke()
  }
  const consumers = createConsumers({ pool, broker, log, afterCommit })
  context.onStop('consumers', () => Promise.all(consumers.map((consumer) => consumer.stop())))
  const redrawing = redraw(pool, { signal, afterCommit }).catch((error: Error) =>
    log.warn({ err: error.message }, 'not all pictures drawn anew'),
  )
  context.onStop('redrawing', () => redrawing)

  const app = createApp(context, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY })
  servePictures(app, { variants, consumers, relay, audit: () => auditPictures(pool, idOf) })
  handleErrors(app)
  await listen(app, context, config)
})
