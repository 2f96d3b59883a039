import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { as, asAnn, origin, reference, startTestBff, type TestBff } from '../testing/test-bff.ts'

let team: TestBff
beforeAll(async () => {
  team = await startTestBff()
})
afterAll(() => team.stop())

describe('files of a booking', () => {
  const file = async (path: string, headers: object) => {
    const answer = await fetch(`${team.bff.url}/api/bookings/${path}`, { headers: { ...headers } })
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text(), answer }
  }

  it('are the ticket’s code as an image, and a calendar entry', async () => {
    const image = await file('b2/ticket.svg', await asAnn())
    expect(image).toMatchObject({ status: 200, type: expect.stringContaining('image/svg+xml') })
    expect(image.text).toMatch(/^<svg /)
    const entry = await file('b2/calendar.ics', await asAnn())
    expect(entry).toMatchObject({ status: 200, type: expect.stringContaining('text/calendar') })
    expect(entry.answer.headers.get('content-disposition')).toBe(`attachment; filename=fernweh-${reference}.ics`)
    expect(entry.text).toContain(`URL;VALUE=URI:${origin}/bookings/b2`)
  })

  it('are in the reader’s language', async () => {
    const entry = await file('b2/calendar.ics', { ...(await asAnn()), 'accept-language': 'de-DE' })
    expect(entry.text).toMatch(/DESCRIPTION:\d Pl[aä]tze?\\, Ticket FW-/)
    const untitled = await file('b3/calendar.ics', { ...(await asAnn()), 'accept-language': 'ar-EG' })
    expect(untitled.text).toContain('SUMMARY:حجزك')
    expect(untitled.text).toContain('STATUS:CANCELLED')
  })

  it('do not exist before it is confirmed; once it is cancelled, only the calendar entry does', async () => {
    const statuses = ['b1/ticket.svg', 'b1/calendar.ics', 'b3/ticket.svg', 'b3/calendar.ics'].map(
      async (path) => (await file(path, await asAnn())).status,
    )
    expect(await Promise.all(statuses)).toEqual([404, 404, 404, 200])
  })

  it('are for their traveller only', async () => {
    expect((await file('b2/ticket.svg', await as('bob'))).status).toBe(404)
    expect((await file('b2/calendar.ics', {})).status).toBe(401)
  })
})
