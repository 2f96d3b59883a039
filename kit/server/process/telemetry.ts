/**
 * OpenTelemetry with W3C Trace Context. Spans go nowhere until a span processor is given to the provider; the trace id is
 * what follows a click through HTTP headers, broker headers, event meta and log lines.
 */
import { type Attributes, context, propagation, ROOT_CONTEXT, SpanStatusCode, trace } from '@opentelemetry/api'
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node'

new NodeTracerProvider().register()
const tracer = trace.getTracer('fernweh')

/** The `traceparent` of the active span, to be sent along. */
export function currentTraceparent(): string | undefined {
  const carrier: { traceparent?: string } = {}
  propagation.inject(context.active(), carrier)
  return carrier.traceparent
}

export function currentTraceId(): string | undefined {
  return trace.getActiveSpan()?.spanContext().traceId
}

/** Runs `fn` as a part of the trace that `traceparent` names; without one (or with a malformed one) outside of any trace. */
export function withTraceparent<T>(traceparent: string | undefined, fn: () => T): T {
  return context.with(propagation.extract(ROOT_CONTEXT, { traceparent }), fn)
}

/** Binds a callback that is called from elsewhere (an emitter, a timer of a library) to the trace that is active now. */
export function bindTrace<Arguments extends unknown[], T>(fn: (...given: Arguments) => T): (...given: Arguments) => T {
  return context.bind(context.active(), fn)
}

/** Runs `fn` in a new span below the active one. */
export function withSpan<T>(name: string, fn: () => T, attributes: Attributes = {}): T {
  return tracer.startActiveSpan(name, { attributes }, (span) => {
    const end = (error?: unknown) => {
      if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: String(error) })
      span.end()
    }
    try {
      const result = fn()
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
