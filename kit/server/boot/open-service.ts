/** The one boot of a service: configuration, database, broker, log, relay and HTTP, each closed in reverse order. */
import type { Express } from 'express'
import type { Registry } from 'prom-client'
import type { z } from 'zod'
import { createPool, isReachable, migrate, type Pool, readMigrations } from '../database/database.ts'
import { type Broker, connectBroker } from '../delivery/broker.ts'
import type { ConsumerOptions } from '../delivery/consumed-versions.ts'
import { createDurableConsumer, type DurableConsumer } from '../delivery/durable-consumer.ts'
import { serveLog } from '../delivery/log-server.ts'
import { createOutboxRelay, type OutboxRelay } from '../delivery/outbox-relay.ts'
import type { AuditCheck } from '../event-log/audit.ts'
import { type CommandBatcher, createCommandBatcher } from '../event-log/command-batcher.ts'
import type { AppendedStream, DecidedEvent, Decider } from '../event-log/decide-all.ts'
import { serveFeedHeads } from '../feeds/feed-heads.ts'
import { createFeedPublisher, type FeedPublisher, type ReadFeeds } from '../feeds/publisher.ts'
import { createApp, handleErrors, listen } from '../http/http.ts'
import { type internalEnv, readConfig } from '../process/config.ts'
import type { ProcessContext } from '../process/lifecycle.ts'
import type { Logger } from '../process/logger.ts'
import { serveAudit, serveParkedReplay, serveRelaySwitch } from './operators.ts'

type Distribute<Options> = Options extends unknown ? Omit<Options, 'pool' | 'broker' | 'log' | 'metrics'> : never

export interface StatelessService {
  context: ProcessContext
  broker: Broker
  log: Logger
  metrics: Registry
  app: Express
  publishFeeds(read: ReadFeeds): FeedPublisher
  /** Closes `what` when the process stops, before everything opened earlier. */
  running<Part extends { stop(): unknown }>(what: string, part: Part): Part
}

export interface Service extends StatelessService {
  pool: Pool
  relay: OutboxRelay
  /** A batcher that wakes the relay after each commit, then calls `afterCommit`. */
  batchCommands<Command, State, Event extends DecidedEvent, Answer>(
    decider: Decider<Command, State, Event, Answer>,
    afterCommit?: (appended: readonly AppendedStream<State, Event>[]) => void,
  ): CommandBatcher<Command, Answer>
  consume(options: Distribute<ConsumerOptions>): DurableConsumer
}

type Env = typeof internalEnv

interface BootOptions<Shape extends Env> {
  env: Shape
  /** Paths whose bodies stay the bytes they were signed as. */
  signedBodies?: string[]
}

interface ServiceOptions<Shape extends Env & z.ZodObject<{ DATABASE_URL: z.ZodString }>> extends BootOptions<Shape> {
  /** Owner of the events, e.g. `bookings`: names the stream on the broker. */
  owner: string
  migrations: URL
  /** 4 when left out. */
  connections?: number
}

/** Opens a service and returns it with its configuration; nothing listens before `serve`. */
export async function openService<Shape extends Env & z.ZodObject<{ DATABASE_URL: z.ZodString }>>(
  context: ProcessContext,
  { env, owner, migrations, connections, signedBodies }: ServiceOptions<Shape>,
) {
  const config = readConfig(env) as z.output<Env> & z.output<Shape> & { DATABASE_URL: string }
  const pool = createPool(config.DATABASE_URL, { ...(connections && { connections }) })
  context.onStop('database', () => pool.end())
  context.readiness('database', () => isReachable(pool))
  await migrate(pool, await readMigrations(migrations))
  const opened = await openEdges(context, config, signedBodies)
  const service = createService(context, { ...opened, pool, owner })
  return { ...service, config, serve: (audit: () => Promise<AuditCheck[]>) => serve(service, config, audit) }
}

export async function openStatelessService<Shape extends Env>(
  context: ProcessContext,
  { env, signedBodies }: BootOptions<Shape>,
) {
  const config = readConfig(env) as z.output<Env> & z.output<Shape>
  const reader = createStatelessService(context, await openEdges(context, config, signedBodies))
  return { ...reader, config, serve: (audit: () => Promise<AuditCheck[]>) => serve(reader, config, audit) }
}

async function openEdges(context: ProcessContext, config: z.output<Env>, signedBodies: string[] = []) {
  const broker = await connectBroker({ url: config.NATS_URL, name: config.INSTANCE || context.name })
  context.onStop('broker', () => broker.nc.drain())
  const app = createApp(context, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY, signedBodies })
  return { broker, app }
}

async function serve({ app, context }: StatelessService, config: z.output<Env>, audit: () => Promise<AuditCheck[]>) {
  serveAudit(app, audit)
  handleErrors(app)
  await listen(app, context, config)
}

function createStatelessService(
  context: ProcessContext,
  { broker, app }: { broker: Broker; app: Express },
): StatelessService {
  const { log, metrics } = context
  return {
    context,
    broker,
    log,
    metrics,
    app,
    publishFeeds(read) {
      serveFeedHeads(app, read)
      return createFeedPublisher({ broker, read, log })
    },
    running(what, part) {
      context.onStop(what, () => part.stop())
      return part
    },
  }
}

/** A service over what is open already; tests bring their own pool and broker. */
export function createService(
  context: ProcessContext,
  { pool, broker, app, owner }: { pool: Pool; broker: Broker; app: Express; owner: string },
): Service {
  const reader = createStatelessService(context, { broker, app })
  const { log, metrics, running } = reader
  const consumers: DurableConsumer[] = []
  serveLog({ broker, pool, owner, log, metrics })
  const relay = running('relay', createOutboxRelay({ pool, broker, owner, log, metrics }))
  serveRelaySwitch(app, relay)
  serveParkedReplay(app, consumers)

  return {
    ...reader,
    pool,
    relay,
    batchCommands(decider, afterCommit = () => {}) {
      const batcher = createCommandBatcher({
        pool,
        decider,
        metrics,
        afterCommit(appended) {
          relay.wake()
          afterCommit(appended)
        },
      })
      context.onStop('command batcher', () => batcher.idle())
      return batcher
    },
    consume(options) {
      const consumer = running(options.name, createDurableConsumer({ ...options, pool, broker, log, metrics }))
      consumers.push(consumer)
      return consumer
    },
  }
}
