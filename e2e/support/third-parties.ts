/** State and behaviour of the simulated payment provider and the mailbox. */
import type { Stack } from '@fernweh/stack/topology/start-stack'
import { expect, type Page } from '@playwright/test'

export const cards = {
  good: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  insufficientFunds: '4000 0000 0000 9995',
}

interface Money {
  id: string
  amount: number
  currency: string
  payment_intent: string
  metadata: Record<string, string>
}

export interface ProviderState {
  calls: { at: number; method: string; path: string; idempotencyKey: string | null; status: number }[]
  sessions: { id: string; status: string; payment_status: string; metadata: Record<string, string> }[]
  charges: (Money & { paid: boolean; refunded: boolean; amount_refunded: number })[]
  refunds: (Money & { charge: string })[]
  events: { id: string; type: string; attempts: number; status: string }[]
}

export interface MailboxMail {
  id: string
  /** ISO 8601. */
  at: string
  from: string
  to: string[]
  subject: string
  messageId: string
  text: string
  links: string[]
  attachments: { name: string; type: string }[]
}

interface MailServerState {
  calls: { at: number; what: 'turned-away' | 'connected' | 'refused' | 'accepted' | 'answer-lost' }[]
}

/** Settings: `stack/simulators/stripe/src/settings.ts`. */
export const connectStripe = (stack: Stack) => controlsAt<ProviderState>(stack.urls.stripe as string)

/** Settings: `stack/simulators/mail/src/settings.ts`. */
export function connectMailbox(stack: Stack) {
  const url = stack.urls.mailbox as string
  const mails = () => read<MailboxMail[]>(`${url}/mails`)
  return {
    ...controlsAt<MailServerState>(url),
    url,
    mails,
    /** Waits for a mail to an address with a matching subject and returns the newest one. */
    async newestMail(to: string, subject: RegExp = /./): Promise<MailboxMail> {
      const find = async () =>
        (await mails()).findLast((mail) => mail.to.includes(to) && subject.test(mail.subject)) ?? null
      await expect.poll(find, { message: `a mail to ${to} about ${subject}` }).not.toBeNull()
      return (await find()) as MailboxMail
    },
  }
}

function controlsAt<State>(url: string) {
  return {
    state: () => read<State>(`${url}/_control`),
    /** Stays in effect until it is changed. */
    async set(settings: object): Promise<void> {
      const answer = await fetch(`${url}/_control`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(settings),
      })
      if (!answer.ok) throw new Error(`${url} rejects ${JSON.stringify(settings)}: ${await answer.text()}`)
    },
  }
}

async function read<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T
}

/** Pays on the provider’s page, which leads back to the shop unless the card is declined. */
export async function payWith(page: Page, card: string): Promise<void> {
  await page.getByLabel('Card number').fill(card)
  await page.getByRole('button', { name: /^Pay / }).click()
}
