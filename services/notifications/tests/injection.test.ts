/** Names, titles and addresses that try to become something else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())

const EVIL = 'eve@evil.example'

async function mailTo(accountId: string, person: { name?: string; mail?: string }) {
  await world.open(accountId, person)
  const event = await world.changePassword(accountId)
  const { type } = await world.settled(event)
  const [mail] = world.mailsOf(event)
  return { type, mail }
}

describe('a name', () => {
  it.each([
    ['another header', `Ann\r\nBcc: ${EVIL}\r\nX-Evil: yes`],
    ['another header by a bare line feed', `Ann\nBcc: ${EVIL}`],
    ['another header by a Unicode line', `Ann\u2028Bcc: ${EVIL}`],
    ['another line that is written as JavaScript would', `Ann\\u000d\\u000aBcc: ${EVIL}`],
    ['the body', 'Ann\r\n\r\n<script>alert(1)</script>'],
    ['another address', `Ann" <${EVIL}>, "Bob`],
    ['an encoded word', '=?utf-8?Q?Ann=0D=0ABcc:_eve@evil.example?='],
    ['the other direction', '\u202egnn\u202c A'],
  ])('does not become %s', async (what, name) => {
    const accountId = what.toLowerCase().replaceAll(' ', '-')
    const { mail } = await mailTo(accountId, { name })
    expect(mail?.to?.map(({ address }) => address)).toEqual([`${accountId}@example.org`])
    expect(mail?.bcc ?? []).toEqual([])
    const keys = mail?.headers.map(({ key }) => key).sort()
    expect(keys).toEqual(HEADERS)
    expect(mail?.subject).toBe('Your password for Fernweh was changed')
    expect(mail?.text?.split('\n')[0]).toMatch(/^Hello .+,$/)
    expect(mail?.html).not.toContain('<script')
  })

  it('that was typed by who knows whom is not in the mail to an address nobody has confirmed', async () => {
    const event = await world.signUp('victim', { name: 'You have won, see https://evil.example' })
    await world.settled(event)
    const [mail] = world.mailsOf(event)
    expect(JSON.stringify(mail)).not.toContain('evil')
  })
})

const HEADERS = [
  ...[
    'auto-submitted',
    'content-language',
    'content-type',
    'date',
    'from',
    'message-id',
    'mime-version',
    'subject',
    'to',
  ],
]

describe('a title', () => {
  it('stays in the subject', async () => {
    await world.open('bob')
    await world.publish('tiles', `Tiles\r\nBcc: ${EVIL}\r\n\r\n<img src=x>`)
    await world.openSession('tiles-1', 'tiles')
    const event = await world.confirm('tiles-1', 'bob')
    await world.settled(event)
    const [mail] = world.mailsOf(event)
    expect(mail?.subject).toBe(`Booked: Tiles Bcc: ${EVIL} <img src=x>`)
    expect(mail?.headers.map(({ key }) => key).sort()).toEqual(HEADERS)
    expect(mail?.html).toContain('&lt;img src=x&gt;')
    expect(mail?.html?.match(/<img[^>]*>/g)).toEqual([expect.stringContaining('src="cid:ticket@fernweh"')])
  })
})

describe('an address', () => {
  it.each([
    ['two', `ann@example.org, ${EVIL}`],
    ['two in brackets', `ann@example.org>, <${EVIL}`],
    ['a command', `ann@example.org>\r\nRCPT TO:<${EVIL}`],
    ['a header', `ann@example.org\r\nBcc: ${EVIL}`],
    ['none', 'ann'],
  ])('that is %s gets no mail at all', async (what, mail) => {
    const { type } = await mailTo(`address-${what.replaceAll(' ', '-')}`, { mail })
    expect(type).toBe('fernweh.notifications.mail-given-up')
  })

  it('of a stranger never got one', () => {
    expect(world.mailServer.recipients.length).toBeGreaterThan(0)
    expect(world.mailServer.recipients).not.toContain(EVIL)
  })
})
