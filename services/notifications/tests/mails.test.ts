/** What people are told, as it arrives. */
import jsQR from 'jsqr'
import { parse } from 'parse5'
import type { Email } from 'postal-mime'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, ORIGIN, TOKEN, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await world.open('ann')
  await world.publish('tiles', 'Tiles <b>& azulejos</b>')
  await world.openSession('tiles-1', 'tiles')
})
afterAll(() => world.end())

async function told(event: Parameters<World['mailsOf']>[0]) {
  expect(await world.settled(event)).toMatchObject({ type: 'fernweh.notifications.mail-accepted' })
  const mails = world.mailsOf(event)
  expect(mails).toHaveLength(1)
  const [mail] = mails
  if (!mail) throw new Error('one mail')
  // Both forms say the same, and lead to the same places.
  const html = (mail.html ?? '').replaceAll('&amp;', '&')
  for (const [url] of (mail.text ?? '').matchAll(/https:\S+/g)) expect(html).toContain(`href="${url}"`)
  return mail
}

describe('an account', () => {
  it('begins with a link', async () => {
    const { subject, to, text } = await told(await world.signUp('eve'))
    expect(subject).toBe('Confirm your address for Fernweh')
    expect(to).toEqual([{ name: '', address: 'eve@example.org' }])
    expect(text).toContain(`${ORIGIN}/sign-up/confirm?token=${TOKEN}`)
    expect(text).toMatch(/The link works until \w+,? \d+ \w+ \d{4}, \d\d:\d\d UTC\./)
  })

  it('begins in the language of the page where it was asked for', async () => {
    const { subject, text } = await told(await world.signUp('gerda', { locale: 'de-DE' }))
    expect(subject).toBe('Bestätige deine Adresse für Fernweh')
    expect(text).toMatch(/^Hallo,\n/)
    expect(text).toMatch(/Der Link gilt bis \w+, \d+\. \S+ \d{4}, \d\d:\d\d Uhr UTC\./)
  })

  it('that is there already is told to its owner only', async () => {
    const { to, text } = await told(await world.signUpAgain('ann'))
    expect(to).toEqual([{ name: 'Ann', address: 'ann@example.org' }])
    expect(text).toContain(`${ORIGIN}/sign-in\n`)
    expect(text).toContain(`${ORIGIN}/reset-password\n`)
  })

  it('gets a link for a new password', async () => {
    const { text } = await told(await world.askForReset('ann'))
    expect(text).toContain(`${ORIGIN}/reset-password/new?token=${TOKEN}`)
    expect(text).toContain('Hello Ann,')
  })

  it.each([
    ['password', 'by somebody who knew the old one'],
    ['reset', 'with a link from a mail to this address'],
  ] as const)('whose password was changed by %s is asked whether that was its owner', async (by, words) => {
    const { text } = await told(await world.changePassword('ann', by))
    expect(text).toContain(words)
    expect(text).toContain(`${ORIGIN}/account\n`)
  })
})

describe('a booking', () => {
  it('is confirmed with everything one needs to know', async () => {
    const { subject, text, html } = await told(await world.confirm('tiles-1', 'ann', { bookingId: 'b-1' }))
    expect(subject).toBe('Booked: Tiles <b>& azulejos</b>')
    expect(text).toMatch(/When: Wednesday,? 14 July 2027, 18:30 Lisbon time \(GMT\+1\)\n/)
    expect(text).toContain('Where: Lisbon, Portugal\nFor: 2 seats\nPaid: €65\nReference: FW-7K3MQ2XZ4D')
    expect(text).toMatch(
      /Free cancellation .* until it starts, Wednesday,? 14 July 2027, 18:30 .*: you get back all of €65\./,
    )
    expect(text).toContain('https://www.openstreetmap.org/directions?to=38.7%2C-9.1\n')
    expect(text).toContain(`${ORIGIN}/bookings/b-1\n`)
    expect(html).toContain('Tiles &lt;b&gt;&amp; azulejos&lt;/b&gt;')
    expect(html).not.toContain('<b>')
  })

  it('is dated by the clock of its own city, though its zone is named for another', async () => {
    const seville = { city: 'Seville', country: 'ES', zone: 'Europe/Madrid' }
    await world.publish('azulejo', 'Azulejos', {}, seville)
    await world.openSession('azulejo-1', 'azulejo')
    const { text } = await told(await world.confirm('azulejo-1', 'ann'))
    expect(text).toContain('Seville time')
    expect(text).toContain('Where: Seville, Spain\n')
    expect(text).not.toContain('Madrid')
  })

  it('that is cancelled says what comes back, and leaves the calendar', async () => {
    await world.confirm('tiles-1', 'ann', { bookingId: 'b-2' })
    const { text, attachments } = await told(await world.cancel('tiles-1', 'ann', 'b-2'))
    expect(text).toContain('We are sending back €65.')
    expect(calendarOf(attachments)).toContain('STATUS:CANCELLED')
  })

  it('that was paid for too late says so, with the price of its hold', async () => {
    await world.hold('tiles-1', 'ann', 'b-3')
    const { subject, text } = await told(await world.refuse('tiles-1', 'ann', 'b-3'))
    expect(subject).toContain('Not booked: ')
    expect(text).toContain('the seats had gone to others')
    expect(text).toContain('all of it, €65.')
    expect(text).toContain(`${ORIGIN}/e/tiles\n`)
  })

  it('that is free is told so, and promises no money', async () => {
    await world.publish('walk', 'A walk')
    await world.openSession('walk-1', 'walk')
    const free = { price: { amount: 0, currency: 'EUR' } }
    const booked = await told(await world.confirm('walk-1', 'ann', { bookingId: 'b-6', ...free }))
    expect(booked.text).toContain('Price: Free\n')
    expect(booked.text).toContain('You can cancel on the page of your booking until it starts, ')
    const cancelled = await told(await world.cancel('walk-1', 'ann', 'b-6'))
    await world.hold('walk-1', 'ann', 'b-7', 2, free.price)
    const tooLate = await told(await world.refuse('walk-1', 'ann', 'b-7'))
    for (const { text } of [booked, cancelled, tooLate]) expect(text).not.toMatch(/€|back|payment/)
  })

  it('that was visited is invited to a review', async () => {
    await world.confirm('tiles-1', 'ann', { bookingId: 'b-4' })
    const { text } = await told(await world.endVisit('tiles-1', 'ann', 'b-4', 'tiles'))
    expect(text).toContain(`${ORIGIN}/bookings/b-4#review`)
  })

  it('is told, dated and priced as its traveller speaks', async () => {
    await world.publish('sail', 'A sail at dusk', { de: 'Segeln in der Dämmerung' })
    await world.openSession('sail-1', 'sail')
    await world.open('toni', { name: 'Toni', locale: 'de-AT' })
    const { subject, text, html, headers } = await told(await world.confirm('sail-1', 'toni'))
    expect(subject).toBe('Gebucht: Segeln in der Dämmerung')
    expect(text).toMatch(/^Hallo Toni,\n/)
    expect(text).toContain(
      'Wann: Mittwoch, 14. Juli 2027, 18:30 Uhr Ortszeit (Lissabon, GMT+1)\nWo: Lissabon, Portugal\n',
    )
    expect(text).toContain('Für: 2 Plätze\nBezahlt: €\u00a065\n')
    expect(html).toContain('<html lang="de-AT" dir="ltr">')
    expect(headers).toContainEqual(expect.objectContaining({ key: 'content-language', value: 'de-AT' }))
  })

  it('is told from right to left where that is how one reads, and by its own title where there is no other', async () => {
    await world.open('samir', { name: 'Samir', locale: 'ar-EG' })
    const { subject, text, html } = await told(await world.confirm('tiles-1', 'samir'))
    expect(subject).toBe('تم الحجز: \u2068Tiles <b>& azulejos</b>\u2069')
    expect(text).toContain('متى: الأربعاء، 14 يوليو 2027، 18:30 بتوقيت')
    expect(text).toContain('لعدد: مقعدان')
    expect(html).toContain('<html lang="ar-EG" dir="rtl">')
  })

  it('is told in English to who speaks what we do not', async () => {
    await world.open('jun', { name: 'Jun', locale: 'ja-JP' })
    const { text, headers } = await told(await world.confirm('tiles-1', 'jun'))
    expect(text).toMatch(/When: Wednesday,? 14 July 2027, 18:30 Lisbon time/)
    expect(headers).toContainEqual(expect.objectContaining({ key: 'content-language', value: 'en-GB' }))
  })

  it('that was made elsewhere is not told, nor its visit, but what happens to it here', async () => {
    const confirmed = await world.confirm('tiles-1', 'ann', { bookingId: 'b-5', paymentId: null })
    const visited = await world.endVisit('tiles-1', 'ann', 'b-5', 'tiles')
    const { text } = await told(await world.cancel('tiles-1', 'ann', 'b-5', null))
    expect(text).toContain('ask where you booked')
    expect([...world.mailsOf(confirmed), ...world.mailsOf(visited)]).toEqual([])
  })
})

describe('a ticket', () => {
  it('is in the mail: its code as a picture that leads to it, and an entry for a calendar', async () => {
    const { html, text, attachments } = await told(await world.confirm('tiles-1', 'ann', { bookingId: 'b-8' }))
    const [code] = attachments.filter(({ mimeType }) => mimeType === 'image/png')
    expect(code).toMatchObject({ contentId: '<ticket@fernweh>', disposition: 'inline' })
    expect(html).toContain('<img src="cid:ticket@fernweh"')
    expect(await readCode(code?.content as ArrayBuffer)).toBe(`${ORIGIN}/tickets/FW-7K3MQ2XZ4D`)
    expect(text).toContain(`${ORIGIN}/tickets/FW-7K3MQ2XZ4D\n`)
    const calendar = calendarOf(attachments)
    expect(calendar).toContain('UID:b-8@fernweh.example')
    expect(calendar).toContain('LOCATION:Lisbon\\, Portugal')
    expect(calendar).toContain('GEO:38.7;-9.1')
    expect(calendar).toMatch(/DTSTART(;TZID=Europe\/Lisbon:20270714T183000|:20270714T173000Z)/)
    expect(calendar).toMatch(/DTEND(;TZID=Europe\/Lisbon:20270714T203000|:20270714T193000Z)/)
  })

  it.each([
    ['ann', 'ltr'],
    ['samir', 'rtl'],
  ])('of %s is HTML without an error, in colours for light and dark, %s', async (traveller, direction) => {
    const { html = '' } = await told(await world.confirm('tiles-1', traveller))
    const errors: string[] = []
    parse(html, { onParseError: ({ code }) => errors.push(code) })
    expect(errors).toEqual([])
    expect(html).toContain(`dir="${direction}"`)
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
    expect(html).toMatch(/@media \(prefers-color-scheme:dark\)\{body\{color:/)
  })

  it('is for who has booked only: no other mail has files', async () => {
    const { attachments } = await told(await world.changePassword('ann'))
    expect(attachments).toEqual([])
  })
})

function calendarOf(attachments: Email['attachments']): string {
  const [file] = attachments.filter(({ mimeType }) => mimeType === 'text/calendar')
  return Buffer.from(file?.content as ArrayBuffer)
    .toString()
    .replaceAll('\r\n ', '')
}

/** What a phone at the entrance reads. */
async function readCode(picture: ArrayBuffer): Promise<string | undefined> {
  const { data, info } = await sharp(Buffer.from(picture)).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data
}

describe('a mail', () => {
  it('says that a program sent it, and who', async () => {
    const { headers, from } = await told(await world.changePassword('ann'))
    expect(headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }))
    expect(from).toEqual({ name: 'Fernweh', address: 'hello@fernweh.example' })
  })

  it('tells of its event in the log, and of nobody in the clear', async () => {
    const event = await world.changePassword('ann')
    const { data } = await world.settled(event)
    expect(data).toEqual({
      mailId: event.id,
      accountId: 'ann',
      about: 'password-changed',
      messageId: `<${event.id}@fernweh.example>`,
    })
    for (const table of ['known', 'calls', 'events', 'consumed', 'parked']) {
      const { rows } = await world.database.pool.query(`select to_jsonb(${table})::text as row from ${table}`)
      expect(rows.filter(({ row }) => row.includes('@example.org') || row.includes(TOKEN))).toEqual([])
    }
  })

  it('carries the id of its event, and there is one for each that was told', async () => {
    const { rows } = await world.database.pool.query(`select data ->> 'messageId' as id from events`)
    expect(world.mailServer.mails.map(({ messageId }) => messageId).sort()).toEqual(rows.map(({ id }) => id).sort())
    expect(await world.failingChecks()).toEqual([])
  })
})
