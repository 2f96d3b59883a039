import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { config } from '../config.ts'
import { securityHeaders } from './security-headers.ts'

const setting = config.shape.STRICT_TRANSPORT_SECURITY

async function headerAt(origin: string, value?: string) {
  const app = express().use(securityHeaders(origin, setting.parse(value)))
  const server = app.listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return (await fetch(`http://127.0.0.1:${port}/`)).headers.get('strict-transport-security')
}

test('browsers are told to come back by https to this host, and nothing about other hosts of its domain', async () => {
  expect(await headerAt('https://fernweh.example')).toBe('max-age=31536000')
})

test.each([
  ['max-age=300; includeSubDomains', 'max-age=300; includeSubDomains'],
  ['max-age=63072000; includeSubDomains; preload', 'max-age=63072000; includeSubDomains; preload'],
  ['', null],
])('what is configured as %j is sent as %j', async (value, sent) => {
  expect(await headerAt('https://fernweh.example', value)).toBe(sent)
})

test('an http origin never sends it', async () => {
  expect(await headerAt('http://localhost:4000', 'max-age=300')).toBeNull()
})

test.each(['true', '31536000', 'max-age=1\nset-cookie: a=b', 'includeSubDomains'])('%j is refused', (value) => {
  expect(setting.safeParse(value).success).toBe(false)
})
