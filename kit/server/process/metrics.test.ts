import { Registry } from 'prom-client'
import { expect, it } from 'vitest'
import { cacheCounter, counter, gauge, shared } from './metrics.ts'

const definition = { name: 'fernweh_test_depth', help: 'Depth', labelNames: ['of' as const] }

it('reads a gauge of several components at scrape time', async () => {
  const registry = new Registry()
  let depth = 1
  gauge(registry, definition, () => [{ labels: { of: 'a' }, value: depth }])
  gauge(registry, definition, async () => [{ labels: { of: 'b' }, value: 5 }])
  depth = 2
  const text = await registry.metrics()
  expect(text).toContain('fernweh_test_depth{of="a"} 2')
  expect(text).toContain('fernweh_test_depth{of="b"} 5')
})

it('leaves out what cannot be read, and shows the rest', async () => {
  const registry = new Registry()
  gauge(registry, { name: 'fernweh_test_away', help: 'Away' }, () => Promise.reject(new Error('database away')))
  gauge(registry, definition, () => [{ labels: { of: 'a' }, value: 1 }])
  const text = await registry.metrics()
  expect(text).not.toMatch(/^fernweh_test_away/m)
  expect(text).toContain('fernweh_test_depth{of="a"} 1')
})

it('gives components that name the same counter the same one', async () => {
  const registry = new Registry()
  for (let i = 0; i < 2; i += 1) counter(registry, { name: 'fernweh_tests_total', help: 'Tests' }).inc()
  cacheCounter(registry, 'keys')(true)
  cacheCounter(registry, 'builds')(false)
  const text = await registry.metrics()
  expect(text).toContain('fernweh_tests_total 2')
  expect(text).toContain('fernweh_cache_requests_total{cache="keys",result="hit"} 1')
  expect(text).toContain('fernweh_cache_requests_total{cache="builds",result="miss"} 1')
})

it('shares a read that is under way', async () => {
  let reads = 0
  const read = shared(async () => ++reads)
  expect(await Promise.all([read(), read()])).toEqual([1, 1])
  expect(await read()).toBe(2)
})
