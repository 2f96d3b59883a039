/** W3C Trace Context follows a click through HTTP, broker, events and log; spans leave the process only with `exportSpans`. */
import {
  type Attributes,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node'

new NodeTracerProvider().register()

export function currentTraceparent(): string | undefined {
  const carrier: { traceparent?: string } = {}
  propagation.inject(context.active(), carrier)
  return carrier.traceparent
}

export function currentTraceId(): string | undefined {
  return trace.getActiveSpan()?.spanContext().traceId
}

/** Without a traceparent, or with a malformed one, `fn` runs outside of any trace. */
export function withTraceparent<T>(traceparent: string | undefined, fn: () => T): T {
  return context.with(propagation.extract(ROOT_CONTEXT, { traceparent }), fn)
}

/** For callbacks that are called from elsewhere: an emitter, a timer of a library. */
export function bindTrace<Arguments extends unknown[], T>(fn: (...given: Arguments) => T): (...given: Arguments) => T {
  return context.bind(context.active(), fn)
}

interface SpanDescription {
  kind?: SpanKind
  attributes?: Attributes
}

export const SERVER_SPAN = SpanKind.SERVER
export const CLIENT_SPAN = SpanKind.CLIENT

export function withSpan<T>(name: string, fn: (span: Span) => T, description: SpanDescription = {}): T {
  return trace.getTracer('fernweh').startActiveSpan(name, description, (span) => {
    const end = (error?: unknown) => {
      if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: String(error) })
      span.end()
    }
    try {
      const result = fn(span)
      if (!(result instanceof Promise)) {
        end()
        return result
      }
      result.then(() => end(), end)
      return result
    } catch (error) {
      end(error)
      throw error
    }
  })
}
