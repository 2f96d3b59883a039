import type { Payment } from '@fernweh/contracts/feeds/payments'
import type { Phase } from './phase.ts'

interface PhaseWords {
  kind: 'calm' | 'loss' | 'wait'
  title: string
  text: string
}

export const phaseWords: Record<Phase, PhaseWords> = {
  held: {
    kind: 'calm',
    title: 'Held for you',
    text: 'Pay before the time runs out, and the seats are yours. Nothing is charged before.',
  },
  opening: {
    kind: 'wait',
    title: 'Opening the payment page',
    text: 'We are asking the payment provider for it. That takes a moment; the seats stay held meanwhile.',
  },
  checkout: {
    kind: 'calm',
    title: 'Waiting for your payment',
    text: 'The payment page is open for you. Nothing is charged before you confirm there.',
  },
  'on-its-way': {
    kind: 'wait',
    title: 'Your payment is on its way',
    text: 'As soon as it has arrived, your ticket is here. You need not pay again, and may close this page: we send a mail, too.',
  },
  mismatch: {
    kind: 'loss',
    title: 'The amount was not right',
    text: 'What arrived is not what these seats cost, so you get all of it back.',
  },
  confirmed: { kind: 'calm', title: 'Booked', text: 'See you there. The ticket is in your mail, too.' },
  visited: { kind: 'calm', title: 'You have been there', text: 'We hope it stays with you for a while.' },
  cancelled: { kind: 'calm', title: 'Cancelled', text: 'The seats are free for others again.' },
  expired: {
    kind: 'loss',
    title: 'The time ran out',
    text: 'The seats went back, and nothing was charged. You can hold them again while there are some.',
  },
  released: { kind: 'calm', title: 'Given back', text: 'The seats are free again. Nothing was charged.' },
  'too-late': {
    kind: 'loss',
    title: 'The payment came too late',
    text: 'When it arrived, these seats could not be had any more. You get all of it back.',
  },
}

/** Null unless money goes back. */
export function toRefundWords(status: Payment['status'] | undefined, amount: string): string | null {
  if (status === 'refund-requested') return `${amount} are on their way back to you.`
  return status === 'refunded' ? `${amount} were given back. Your bank may take some days to show it.` : null
}

/** By the provider's codes; for everything else the bank's reasons stay its own. */
const declines: Record<string, string> = {
  insufficient_funds: 'There was not enough money on that card.',
  expired_card: 'That card has expired.',
  incorrect_cvc: 'The security code of the card was not right.',
}

export function toDeclinedWords(code: string): string {
  const reason = Object.hasOwn(declines, code) ? declines[code] : 'The bank declined that card.'
  return `${reason} Nothing was charged, and your seats are still held: try again, or use another card.`
}

export const LEFT = 'You left the payment page. Nothing was charged, and your seats are still held.'
