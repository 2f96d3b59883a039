import type { Registry } from 'prom-client'
import type { Pool } from '../database/database.ts'
import { gauge } from '../process/metrics.ts'
import type { Broker } from './broker.ts'

interface Measured {
  pool: Pool
  broker: Broker
  name: string
  owner: string
  metrics?: Registry | undefined
}

export function measureConsumer({ pool, broker, name, owner, metrics }: Measured): void {
  const labels = { consumer: name }
  gauge(metrics, CONSUMER_PENDING, async () => {
    const { num_pending, num_ack_pending } = await broker.jsm.consumers.info(owner, name)
    return [{ labels, value: num_pending + num_ack_pending }]
  })
  gauge(
    metrics,
    {
      name: 'fernweh_parked_streams',
      help: 'Streams that wait behind an event that could not be processed',
      labelNames: ['consumer'],
    },
    async () => {
      const text = 'select count(distinct stream) as streams from parked where consumer = $1'
      const { rows } = await pool.query<{ streams: number }>({ name: 'measure-parked', text, values: [name] })
      return rows.map(({ streams }) => ({ labels, value: streams }))
    },
  )
}

export const CONSUMER_PENDING = {
  name: 'fernweh_consumer_pending_events',
  help: 'Events the consumer has not completed',
  labelNames: ['consumer' as const],
}
