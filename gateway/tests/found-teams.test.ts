/** Teams come and go while the gateway runs. */

import { eventually } from '@fernweh/kit/testing/eventually'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTestGateway, type TestGateway } from '../testing/test-gateway.ts'
import { answerFragment, startTestServer, type TestServer } from '../testing/test-server.ts'

let gateway: TestGateway
let tours: TestServer
beforeEach(async () => {
  gateway = await startTestGateway()
  gateway.reset()
  tours = await startTestServer(() => {}, { answer: answerFragment(200, 'all tours') })
})
afterEach(async () => {
  await gateway.close()
  tours.close()
})

const page = { path: '/tours', layout: 'detail', main: 'tours/All', fragments: {} }
const visitTours = async () => {
  const { status, html } = await gateway.visit({}, '/tours')
  return [status, html.includes('all tours')]
}

test('a team is served once its release and its bff are there, and not before', async () => {
  expect(await visitTours()).toEqual([404, false])
  await gateway.releaseFolder.publish('tours', { pages: [page] })
  await eventually(visitTours).toEqual([503, false])
  await gateway.writeBffs({ ...gateway.urlsOfTeams, tours: [tours.url] })
  await eventually(visitTours).toEqual([200, true])
  expect((await fetch(`${gateway.url}/api/tours/x`)).status).toBe(200)
})

test('a team whose bff is removed costs only its slot', async () => {
  const { reviews: _, ...others } = gateway.urlsOfTeams
  expect((await gateway.visit()).html).toContain('its reviews')
  await gateway.writeBffs(others)
  await eventually(async () => (await gateway.visit()).html).not.toContain('its reviews')
  const { status, html } = await gateway.visit()
  expect([status, html.includes('an experience'), html.includes('a menu')]).toEqual([200, true, true])
})

test('a team whose release is withdrawn costs only its slot and its pages', async () => {
  await gateway.releaseFolder.withdraw('reviews')
  await eventually(async () => (await gateway.visit()).html).not.toContain('its reviews')
  expect((await gateway.visit()).status).toBe(200)
  await gateway.releaseFolder.withdraw('search')
  await eventually(async () => (await gateway.visit()).status).toBe(404)
})

test('negative control: a gateway that no longer watches releases serves no new team', async () => {
  await gateway.releases.close()
  await gateway.releaseFolder.publish('tours', { pages: [page] })
  await gateway.writeBffs({ ...gateway.urlsOfTeams, tours: [tours.url] })
  await eventually(async () => (await fetch(`${gateway.url}/api/tours/x`)).status).toBe(200)
  expect(await visitTours()).toEqual([404, false])
  await gateway.releases.refresh()
  expect(await visitTours()).toEqual([200, true])
})

test.each(['{ "search": [', '{ "search": "no list" }', '[]', '{ "../x": ["http://127.0.0.1:1"] }'])(
  'a file of bffs that reads %s changes nothing, and the next good one does',
  async (content) => {
    await gateway.writeBffs(content)
    await gateway.bffs.refresh()
    const { status, html } = await gateway.visit()
    expect([status, html.includes('an experience'), html.includes('its reviews')]).toEqual([200, true, true])
    await gateway.writeBffs({ ...gateway.urlsOfTeams, reviews: [tours.url] })
    await eventually(async () => (await gateway.visit()).html).toContain('all tours')
  },
)
