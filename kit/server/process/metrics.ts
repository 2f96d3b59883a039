/** Metrics for operators, explained in docs/operations.md. Several components may share a name, with different labels. */
import { Counter, Gauge, type GaugeConfiguration, Histogram, type Registry } from 'prom-client'

export type { Registry }

/** `name` begins with `fernweh_` and ends with the unit: `_seconds`, `_bytes`, or `_total` for what only grows. */
export interface MetricDefinition<Label extends string> {
  name: string
  help: string
  labelNames?: Label[]
}

export interface Sample<Label extends string = never> {
  labels?: Record<Label, string>
  value: number
}

type Read<Label extends string> = () => Sample<Label>[] | Promise<Sample<Label>[]>

/** Slower reads are left out of a scrape: the others must not wait for a store that is away. */
const READ_TIMEOUT_MS = 2_000

export function counter<Label extends string = never>(
  registry: Registry | undefined,
  definition: MetricDefinition<Label>,
): Counter<Label> {
  const known = registry?.getSingleMetric(definition.name) as Counter<Label> | undefined
  return known ?? new Counter({ ...definition, registers: registry ? [registry] : [] })
}

export function histogram<Label extends string = never>(
  registry: Registry | undefined,
  definition: MetricDefinition<Label> & { buckets: number[] },
): Histogram<Label> {
  const known = registry?.getSingleMetric(definition.name) as Histogram<Label> | undefined
  return known ?? new Histogram({ ...definition, registers: registry ? [registry] : [] })
}

class PulledGauge<Label extends string> extends Gauge<Label> {
  readonly reads: Read<Label>[] = []

  constructor(definition: GaugeConfiguration<Label>) {
    super({ ...definition, collect: () => this.readAll(definition) })
  }

  private async readAll(definition: GaugeConfiguration<Label>): Promise<void> {
    const samples = await Promise.all(this.reads.map(inTime))
    this.reset()
    // Without labels a reset leaves a 0, which would be a value nobody read.
    if (!definition.labelNames?.length) this.remove()
    for (const { labels, value } of samples.flat()) this.set((labels ?? {}) as Record<Label, string>, value)
  }
}

/** Reads values when metrics are scraped; a read that throws or is slow leaves its values out. */
export function gauge<Label extends string = never>(
  registry: Registry | undefined,
  definition: MetricDefinition<Label>,
  read: Read<Label>,
): void {
  if (!registry) return
  const known = registry.getSingleMetric(definition.name) as PulledGauge<Label> | undefined
  const pulled = known ?? new PulledGauge<Label>({ ...definition, registers: [registry] })
  pulled.reads.push(read)
}

async function inTime<Label extends string>(read: Read<Label>): Promise<Sample<Label>[]> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never[]>((resolve) => {
    timer = setTimeout(resolve, READ_TIMEOUT_MS, [])
  })
  try {
    return await Promise.race([read(), late])
  } catch {
    return []
  } finally {
    clearTimeout(timer)
  }
}

export function shared<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let running: Promise<Value> | null = null
  return () => {
    running ??= read().finally(() => {
      running = null
    })
    return running
  }
}

export function cacheCounter(registry: Registry | undefined, cache: string): (hit: boolean) => void {
  const requests = counter(registry, {
    name: 'fernweh_cache_requests_total',
    help: 'Lookups by whether the cache held the entry',
    labelNames: ['cache', 'result'],
  })
  return (hit) => requests.inc({ cache, result: hit ? 'hit' : 'miss' })
}
