import { readFile } from 'node:fs/promises'
import { connectBroker } from '@fernweh/kit/server/delivery/broker'
import type { Stack } from '@fernweh/stack/topology/start-stack'
import { expect, test } from '../fernweh.ts'

/** `search hears bookings.session`, for every consumer the broker has. */
async function heardOnBroker(stack: Stack): Promise<string[]> {
  const { nc, jsm } = await connectBroker({ url: stack.nats.url, name: 'map' })
  try {
    const heard = new Set<string>()
    for (const { config } of await jsm.streams.list().next()) {
      for (const { name, config: consumer } of await jsm.consumers.list(config.name).next()) {
        heard.add(`${name.split('-')[0]} hears ${consumer.filter_subject?.replace('.>', '')}`)
      }
    }
    return [...heard].sort()
  } finally {
    await nc.close()
  }
}

/** The same from the README’s table: `| search | … | catalog: experiences; bookings: sessions | …`. */
async function heardInReadme(): Promise<string[]> {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  const [, table = ''] = readme.split(/\| service +\| owns/)
  const rows = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  return rows
    .filter((cells) => /^[a-z]+$/.test(cells[1] ?? '') && cells.length > 6)
    .flatMap(([, reader = '', , hears = '']) => toSentences(reader, hears))
    .sort()
}

function toSentences(reader: string, hears: string): string[] {
  if (hears === '–') return []
  return hears.split('; ').flatMap((fragment) => {
    const [, owner = reader, nouns = ''] = /^(?:([a-z]+): |its own )(.+)$/.exec(fragment) ?? []
    return nouns.split(', ').map((noun) => `${reader} hears ${owner}.${noun.replace(/s$/, '')}`)
  })
}

test('who hears whom on the running broker is what the README says', async ({ stack }) => {
  const heard = await heardOnBroker(stack)
  expect(heard).not.toHaveLength(0)
  expect(heard).toEqual(await heardInReadme())
})
