/** The mailbox as it runs, written to by an ordinary mail client. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ServiceProcess, startService } from '@fernweh/kit/testing/service-process'
import { freePort } from '@fernweh/kit/testing/test-nats'
import nodemailer from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder: string
let port: number
let service: ServiceProcess
const start = () => startService(new URL('../', import.meta.url), { STATE_DIR: folder, SMTP_PORT: String(port) })
const control = (settings: object) =>
  service.send('POST', '/_control', {
    body: JSON.stringify(settings),
    headers: { 'content-type': 'application/json' },
  })

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fernweh-mailbox-'))
  port = await freePort()
  service = await start()
})
afterAll(async () => {
  await service.kill()
  await rm(folder, { recursive: true })
})

const send = (mail: object = {}) =>
  nodemailer.createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true }).sendMail({
    from: 'Fernweh <hello@fernweh.example>',
    to: 'ann@example.org',
    subject: 'Your booking',
    text: 'See http://localhost:4000/bookings/b1.',
    ...mail,
  })
const mails = async () => (await service.send('GET', '/mails')).body
const read = async (place: string) => {
  const answer = await fetch(service.url + place)
  return { text: await answer.text(), headers: answer.headers, status: answer.status }
}

test('a mail can be read as data and as a page whose links can be followed', async () => {
  await send({ messageId: '<e1@fernweh.example>' })
  const [mail] = await mails()
  expect(mail).toMatchObject({
    to: ['ann@example.org'],
    subject: 'Your booking',
    messageId: '<e1@fernweh.example>',
    links: ['http://localhost:4000/bookings/b1'],
  })
  expect((await read('/')).text).toContain('Your booking')
  const page = await read(`/mails/${mail.id}`)
  expect(page.text).toContain('<a href="http://localhost:4000/bookings/b1"')
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
})

test('nothing of a mail runs or is shown as markup', async () => {
  await send({ subject: '<script>1</script>', text: '<img src=x onerror=alert(1)>', html: '<script>2</script>' })
  const { id } = (await mails()).at(-1)
  for (const place of ['/', `/mails/${id}`]) expect((await read(place)).text).not.toMatch(/<script|<img/)
})

test('what is attached comes as a file', async () => {
  await send({ attachments: [{ filename: 'visit.ics', content: 'BEGIN:VCALENDAR' }] })
  const { id, attachments } = (await mails()).at(-1)
  expect(attachments).toMatchObject([{ name: 'visit.ics' }])
  const file = await read(`/mails/${id}/attachments/0`)
  expect(file.text.trim()).toBe('BEGIN:VCALENDAR')
  expect(file.headers.get('content-disposition')).toContain('attachment')
})

test('an address can be refused, the server be away, an answer be lost', async () => {
  await control({ refuse: 'gone@example.org' })
  await expect(send({ to: 'gone@example.org' })).rejects.toMatchObject({ responseCode: 550 })
  await control({ refuse: null, down: true })
  await expect(send()).rejects.toMatchObject({ responseCode: 421 })
  await control({ down: false, loseAnswers: 1 })
  const before = (await mails()).length
  await expect(send()).rejects.toThrow()
  expect(await mails()).toHaveLength(before + 1)
  const { calls } = (await service.send('GET', '/_control')).body
  expect(calls.at(-1).what).toBe('answer-lost')
})

test('what was accepted is there after a kill', async () => {
  await send({ subject: 'Kept' })
  const before = await mails()
  await service.kill()
  service = await start()
  expect(await mails()).toEqual(before)
})

test('nobody reads what is not there', async () => {
  expect((await read('/mails/999999')).status).toBe(404)
  expect((await read('/mails/..%2f..%2fetc')).status).toBe(404)
})
