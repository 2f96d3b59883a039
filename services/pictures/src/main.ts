import { connectBroker } from '@fernweh/kit/server/broker'
import { readConfig } from '@fernweh/kit/server/config'
import { createPool, isReachable, migrate, readMigrations } from '@fernweh/kit/server/database'
import { createApp, finish, listen } from '@fernweh/kit/server/http'
import { runProcess } from '@fernweh/kit/server/lifecycle'
import { serveLog } from '@fernweh/kit/server/log-server'
import { createRelay } from '@fernweh/kit/server/relay'
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

await runProcess('pictures', async (life) => {
  const { log, stopping: signal } = life
  const config = readConfig(picturesEnv)
  const pool = createPool(config.DATABASE_URL, { connections: CONNECTIONS })
  life.onStop('database', () => pool.end())
  life.readiness('database', () => isReachable(pool))
  await migrate(pool, await readMigrations(new URL('../migrations/', import.meta.url)))

  const broker = await connectBroker({ url: config.NATS_URL, name: config.INSTANCE || life.name })
  life.onStop('broker', () => broker.nc.drain())
  const relay = createRelay({ pool, broker, owner: 'pictures', log })
  life.onStop('relay', () => relay.stop())
  serveLog({ broker, pool, owner: 'pictures' })

  const { PICTURES_DIR: folder, PRINTERS: printers, WAITING: waiting, WARM_PICTURES: most } = config
  const variants = createVariants({ folder, findSource: createFindSource(pool), print, printers, waiting })
  const warmer = createWarmer({ variants, firstShown: () => firstShown(pool, most), log })
  life.onStop('warmer', () => warmer.stop())
  function afterCommit() {
    relay.poke()
    warmer.poke()
  }
  const consumers = createConsumers({ pool, broker, log, afterCommit })
  life.onStop('consumers', () => Promise.all(consumers.map((consumer) => consumer.stop())))
  const redrawing = redraw(pool, { signal, afterCommit }).catch((error: Error) =>
    log.warn({ err: error.message }, 'not all pictures drawn anew'),
  )
  life.onStop('redrawing', () => redrawing)

  const app = createApp(life, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY })
  servePictures(app, { variants, consumers, relay, audit: () => auditPictures(pool, idOf) })
  finish(app)
  await listen(app, life, config)
})
