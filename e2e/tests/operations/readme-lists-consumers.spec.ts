import { readFile } from 'node:fs/promises'
import { connectBroker } from '@fernweh/kit/server/delivery/broker'
import type { Stack } from '@fernweh/stack/topology/start-stack'
import { expect, test } from '../../support/fixtures.ts'

/** `search hears bookings.session`, for every consumer the broker has. */
async function readConsumersOnBroker(stack: Stack): Promise<string[]> {
  const { nc, jsm } = await connectBroker({ url: stack.nats.url, name: 'map' })
  try {
    const consumers = new Set<string>()
    for (const { config } of await jsm.streams.list().next()) {
      for (const { name, config: consumer } of await jsm.consumers.list(config.name).next()) {
        consumers.add(`${name.split('-')[0]} hears ${consumer.filter_subject?.replace('.>', '')}`)
      }
    }
    return [...consumers].sort()
  } finally {
    await nc.close()
  }
}

/** The same from the README’s table: `| search | … | catalog: experiences; bookings: sessions | …`. */
async function readConsumersInReadme(): Promise<string[]> {
  const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8')
  const [, table = ''] = readme.split(/\| service +\| owns/)
  const rows = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  return rows
    .filter((cells) => /^[a-z]+$/.test(cells[1] ?? '') && cells.length > 6)
    .flatMap(([, reader = '', , hears = '']) => toSentences(reader, hears))
    .sort()
}

function toSentences(reader: string, hears: string): string[] {
  if (hears === '–') return []
  return hears.split('; ').flatMap((entry) => {
    const [, owner = reader, nouns = ''] = /^(?:([a-z]+): |its own )(.+)$/.exec(entry) ?? []
    return nouns.split(', ').map((noun) => `${reader} hears ${owner}.${noun.replace(/s$/, '')}`)
  })
}

test('the README lists the consumers of the running broker', async ({ stack }) => {
  const consumers = await readConsumersOnBroker(stack)
  expect(consumers).not.toHaveLength(0)
  expect(consumers).toEqual(await readConsumersInReadme())
})
