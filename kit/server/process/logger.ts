import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'
import { currentTraceId } from './telemetry.ts'

export type { Logger }

export function createLogger(process: string, { level = 'info', instance = '' } = {}, to?: DestinationStream): Logger {
  const settings: LoggerOptions = {
    level,
    base: { process, ...(instance && { instance }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    mixin: () => {
      const traceId = currentTraceId()
      return traceId ? { traceId } : {}
    },
  }
  return to ? pino(settings, to) : pino(settings)
}
