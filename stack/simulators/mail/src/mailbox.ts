/** Every mail as it came, one file each; read and parsed once. */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import PostalMime from 'postal-mime'

export interface ReceivedMail {
  id: string
  /** Accepted; ISO 8601. */
  at: string
  from: string
  /** Who it was delivered to, whatever its head says. */
  to: string[]
  subject: string
  messageId: string
  text: string
  links: string[]
  attachments: Attachment[]
}

interface Attachment {
  name: string
  type: string
  content: Buffer
}

const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g
const DELIVERED_TO = 'delivered-to'

export type Mailbox = Awaited<ReturnType<typeof openMailbox>>

export async function openMailbox(folder: string) {
  mkdirSync(folder, { recursive: true })
  const files = readdirSync(folder).filter((file) => file.endsWith('.eml'))
  const mails = await Promise.all(files.sort().map((file) => toMail(file, readFileSync(path.join(folder, file)))))
  let count = Number.parseInt(files.at(-1) ?? '0', 10)

  return {
    all: (): readonly ReceivedMail[] => mails,
    find: (id: string) => mails.find((mail) => mail.id === id),
    /** On disk before it is accepted. */
    async keep(raw: Buffer, to: string[]): Promise<void> {
      count += 1
      const file = `${String(count).padStart(6, '0')}.eml`
      const head = [`X-Accepted: ${new Date().toISOString()}`, ...to.map((address) => `Delivered-To: ${address}`)]
      const whole = Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n`), raw])
      writeFileSync(path.join(folder, `.${file}`), whole)
      renameSync(path.join(folder, `.${file}`), path.join(folder, file))
      mails.push(await toMail(file, whole))
    },
  }
}

async function toMail(file: string, raw: Buffer): Promise<ReceivedMail> {
  const { headers, from, subject = '', messageId = '', text = '', attachments } = await PostalMime.parse(raw)
  const valuesOf = (name: string) => headers.filter(({ key }) => key === name).map(({ value }) => value)
  return {
    id: file.replace('.eml', ''),
    at: valuesOf('x-accepted')[0] ?? '',
    from: from?.address ?? '',
    to: valuesOf(DELIVERED_TO),
    subject,
    messageId,
    text,
    links: text.match(LINK) ?? [],
    attachments: attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? 'attachment',
      type: mimeType,
      content: Buffer.from(content as ArrayBuffer),
    })),
  }
}
