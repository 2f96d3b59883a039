import { describe, expect, test } from 'vitest'
import { readRunningStack } from '../src/state/running-stack.ts'
import { environmentOf } from '../src/topology/environment.ts'
import { planInstances, tiersOf } from '../src/topology/instances.ts'
import { type FoundProcess, joinProcesses } from '../src/topology/join-processes.ts'
import { microFrontends } from '../src/topology/micro-frontends.ts'
import type { Topology } from '../src/topology/topology.ts'
import { temporaryState } from './temporary-state.ts'

test('every process starts after those it calls', async () => {
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

test('where no stack of a name runs, a sentence says how to start it', () => {
  const start = 'No stack called second is running from this folder: start it with npm start -- --name second.'
  expect(() => readRunningStack('second', temporaryState())).toThrow(start)
})

test('scaling what does not exist is refused', async () => {
  await expect(planInstances(4000, { serch: 2 })).rejects.toThrow('There is no process serch')
})

const declared = (...processes: Partial<FoundProcess>[]): FoundProcess[] =>
  processes.map((declaration) => ({ name: 'one', entry: 'main', folder: 'services/one', ...declaration }))

describe('declarations that do not fit together are refused in one sentence', () => {
  test('a callee that no workspace declares', () => {
    expect(() => joinProcesses(declared({ calls: { B_URLS: 'two' } }))).toThrow(
      'one calls two, which no workspace declares: see services/one/processes.ts.',
    )
  })

  test('two processes with one name', () => {
    expect(() => joinProcesses(declared({}, { folder: 'services/two' }))).toThrow(
      'Two processes are called one: see services/one/processes.ts and services/two/processes.ts.',
    )
  })

  test('processes that call each other in a circle', () => {
    const circle = declared({ calls: { URLS: 'two' } }, { name: 'two', calls: { URLS: 'one' } }, { name: 'three' })
    expect(() => joinProcesses(circle)).toThrow('These processes call each other in a circle: one, two.')
  })

  test('a placeholder that does not exist', () => {
    const [executable] = joinProcesses(declared({ env: { HOST_NAME: '{hostname}' } }))
    expect(() => environmentOf(executable as NonNullable<typeof executable>, { secrets: {} } as Topology)).toThrow(
      'services/one/processes.ts: HOST_NAME has an unknown placeholder {hostname}.',
    )
  })
})

test('the gateway calls every bff and every process that third parties call, wherever they are declared', () => {
  const found = declared(
    { name: 'gateway', env: { BFFS_FILE: '{bffsFile}', HOOKS: '{hooks}' } },
    { name: 'bff-new', bff: 'new' },
    { name: 'bank', thirdParty: { name: 'bank', variables: ['BANK_KEY'], hook: true } },
  )
  expect(joinProcesses(found)[0]?.callees).toEqual(['bff-new', 'bank'])
})

test('micro-frontends are found by their folders', () => {
  const found = microFrontends()
  expect(found).toContainEqual({ name: 'shell', folder: 'shell' })
  expect(found).toContainEqual({ name: 'search', folder: 'mfe-search' })
  expect(found.every(({ folder }) => /^(shell|mfe-[a-z]+)$/.test(folder))).toBe(true)
})
