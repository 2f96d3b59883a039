/** Loaded only where spans are exported: the exporter would cost every other process its start-up time and memory. */
import { trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node'

const EXPORT_TIMEOUT_MS = 3_000

/** Sends every later span by OTLP over HTTP to `<endpoint>/v1/traces`; the result sends what is left and stops. */
export function exportSpans(options: { endpoint: string; process: string; instance: string }): () => Promise<void> {
  const base = options.endpoint.endsWith('/') ? options.endpoint : `${options.endpoint}/`
  const exporter = new OTLPTraceExporter({
    url: new URL('v1/traces', base).href,
    timeoutMillis: EXPORT_TIMEOUT_MS,
  })
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({
      'service.name': options.process,
      'service.instance.id': options.instance || options.process,
    }),
    spanProcessors: [new BatchSpanProcessor(exporter, { exportTimeoutMillis: EXPORT_TIMEOUT_MS })],
  })
  trace.disable()
  // Context and propagation stay those of the first provider.
  provider.register({ contextManager: null, propagator: null })
  return () => provider.shutdown()
}
