import { expect, test } from 'vitest'
import { readOptions, readTarget } from '../src/cli/options.ts'
import { readRunningStack } from '../src/state/running-stack.ts'
import { planInstances, tiersOf } from '../src/topology/instances.ts'
import { temporaryState } from './temporary-state.ts'

test('every process starts after those it asks', async () => {
  const tiers = tiersOf(await planInstances(4000, { search: 2 })).map((tier) => tier.map(({ name }) => name))
  expect(tiers).toHaveLength(4)
  expect(tiers[0]).toEqual(expect.arrayContaining(['accounts-1', 'search-1', 'search-2', 'stripe-1', 'mailbox-1']))
  expect(tiers[1]).toEqual(expect.arrayContaining(['payments-1', 'notifications-1', 'bff-search-1']))
  expect(tiers[3]).toEqual(['gateway-1'])
})

test('no two processes share a port, not even a further one', async () => {
  const instances = await planInstances(4000, {})
  const ports = instances.flatMap(({ port, furtherPorts }) => [port, ...Object.values(furtherPorts)])
  expect(ports).toHaveLength(instances.length + 1)
  expect(new Set(ports).size).toBe(ports.length)
})

test('only the first gateway has the public port', async () => {
  const ports = (await planInstances(4000, { gateway: 2 })).map(({ port }) => port)
  expect(new Set(ports).size).toBe(ports.length)
  expect(ports.filter((port) => port === 4000)).toHaveLength(1)
})

test('the command line says how many of what, from when, and where', () => {
  const read = readOptions(['--port', '5000', '--scale', 'search=2,bff-search=3', '--fresh'])
  const scale = { search: 2, 'bff-search': 3 }
  expect(read).toEqual({ port: 5000, fresh: true, name: 'main', seedSize: 'small', scale })
  expect(readOptions(['--seed-size', 'large']).seedSize).toBe('large')
})

test.each([
  [['--port', 'x'], '--port x'],
  [['--port', '70000'], '--port 70000'],
  [['--scale', 'search=0'], '--scale search 0'],
  [['--name', '../x'], '--name ../x'],
  [['--seed-size', 'medium'], 'small or large'],
  [['--nonsense'], '--nonsense'],
])('%j is refused in one sentence', (args, told) => {
  expect(() => readOptions(args)).toThrow(told)
})

test('a release and the audit name the running stack they mean, main unless said', () => {
  expect(readTarget(['reviews', '--name', 'second'], { most: 1 })).toEqual({ name: 'second', words: ['reviews'] })
  expect(readTarget([])).toEqual({ name: 'main', words: [] })
  expect(() => readTarget(['--port', '5000'])).toThrow('--name of a running stack')
  expect(() => readTarget(['--name', '../x'])).toThrow('--name ../x')
  expect(() => readTarget(['second'])).toThrow('second: one word too many')
})

test('where no stack of that name runs, a sentence says how to start it', () => {
  const start = 'No stack called second is running from this folder: start it with npm start -- --name second.'
  expect(() => readRunningStack('second', temporaryState())).toThrow(start)
})

test('scaling what does not exist is refused', async () => {
  await expect(planInstances(4000, { serch: 2 })).rejects.toThrow('There is no process serch')
})
