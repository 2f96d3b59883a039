import { setTimeout as delay } from 'node:timers/promises'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { processEnv, readConfig } from './config.ts'
import { createLogger, type Logger } from './logger.ts'

export interface ProcessContext {
  name: string
  log: Logger
  metrics: Registry
  stopping: AbortSignal
  /** Stops run in reverse order. */
  onStop(what: string, stop: () => unknown): void
  readiness(what: string, check: ReadinessCheck['check']): void
  whyNotReady(): Promise<string[]>
  stop(): Promise<void>
}

const STOP_TIMEOUT_MS = 10_000
const observedEnv = processEnv.pick({ LOG_LEVEL: true, INSTANCE: true, OTEL_EXPORTER_OTLP_ENDPOINT: true })

interface ReadinessCheck {
  what: string
  check: () => true | string | Promise<true | string>
}

export function createProcessContext(name: string, log: Logger = createLogger(name)): ProcessContext {
  const stops: { what: string; stop: () => unknown }[] = []
  const checks: ReadinessCheck[] = []
  const stopping = new AbortController()
  let stopped: Promise<void> | undefined

  async function closeAll() {
    stopping.abort()
    for (const { what, stop } of stops.reverse()) {
      try {
        await stop()
        log.debug({ what }, 'closed')
      } catch (error) {
        log.error({ what, err: error }, 'could not close')
      }
    }
  }

  return {
    name,
    log,
    metrics: new Registry(),
    stopping: stopping.signal,
    onStop: (what, stop) => void stops.push({ what, stop }),
    readiness: (what, check) => void checks.push({ what, check }),
    async whyNotReady() {
      if (stopping.signal.aborted) return ['stopping']
      return (await Promise.all(checks.map(whyNot))).flat()
    },
    stop: () => (stopped ??= closeAll()),
  }
}

async function whyNot({ what, check }: ReadinessCheck): Promise<string[]> {
  try {
    const answer = await check()
    return answer === true ? [] : [`${what}: ${answer}`]
  } catch (error) {
    return [`${what}: ${error instanceof Error ? error.message : String(error)}`]
  }
}

/** Runs a process until SIGTERM or SIGINT; exits 0 when everything is closed, at the latest after 10 s. */
export async function runProcess(name: string, start: (context: ProcessContext) => Promise<void>): Promise<void> {
  const { LOG_LEVEL: level, INSTANCE: instance, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = readConfig(observedEnv)
  const context = createProcessContext(name, createLogger(name, { level, instance }))
  // Its ten milliseconds would wake an idle process a hundred times a second.
  collectDefaultMetrics({ register: context.metrics, eventLoopMonitoringPrecision: 100 })
  if (endpoint) {
    const { exportSpans } = await import('./span-export.ts')
    context.onStop('span exporter', exportSpans({ endpoint, process: name, instance }))
  }

  async function end(code: number) {
    await Promise.race([context.stop(), delay(STOP_TIMEOUT_MS)])
    process.exit(code)
  }
  function fail(error: unknown) {
    context.log.fatal({ err: error }, 'fault')
    void end(1)
  }
  process.on('SIGTERM', () => void end(0)).on('SIGINT', () => void end(0))
  process.on('uncaughtException', fail).on('unhandledRejection', fail)

  try {
    await start(context)
    context.log.info('started')
  } catch (error) {
    fail(error)
  }
}
