import type { FormOutcome } from '@fernweh/contracts/browser/form-outcome'
import type { Booking as BookingOfFeed } from '@fernweh/contracts/feeds/bookings'
import type { Payment } from '@fernweh/contracts/feeds/payments'
import type { BookingView } from '@fernweh/contracts/fragments/bookings'
import { describe, expect, test } from 'vitest'
import { aBooking, aPayment, checkout, reference, render } from '../testing/stage.tsx'
import { Booking } from './Booking.tsx'
import { Ticket } from './Ticket.tsx'

interface Shown {
  booking?: BookingOfFeed
  payment?: Payment | null
  back?: BookingView['back']
  outcome?: FormOutcome
}

function show({ booking = aBooking('b1'), payment = null, back = null, outcome }: Shown): string {
  const view = {
    booking: { feed: 'booking.ann__b1', version: 1, data: booking },
    payment: { feed: 'payment.ann__b1', version: payment ? 1 : 0, data: payment },
    back,
  }
  return render(Booking, { page: '/bookings/b1', view }, { ...(outcome && { outcome }) })
}

const phaseOf = (html: string) => /data-phase="([^"]*)"/.exec(html)?.[1]

describe('held seats', () => {
  test('show the time left, and are paid or given back by forms', () => {
    const html = show({})
    expect(html).toContain('10:00 left')
    expect(html).toContain('action="/api/bookings/bookings/b1/pay" method="post"')
    expect(html).toContain('Pay €64')
    expect(html).toContain('action="/api/bookings/bookings/b1/release" method="post"')
    expect(html).not.toContain(reference)
  })

  test('may be paid again after the card was declined or the page was left', () => {
    const declined = show({ payment: aPayment('open', { declined: 'insufficient_funds' }) })
    expect(declined).toContain('not enough money')
    expect(declined).toContain(`href="${checkout}"`)
    const left = show({ payment: aPayment('closed'), back: 'left' })
    expect(left).toContain('You left the payment page. Nothing was charged')
    expect(left).toContain('Pay €64')
  })

  test('say what became of a form that came back', () => {
    const outcome = { refused: 'hold-ended', form: 'release-b1' }
    expect(show({ outcome })).toContain('were not held any more')
    expect(show({ outcome: { ...outcome, form: 'release-b2' } })).not.toContain('were not held any more')
  })
})

test.each<[string, Shown, string]>([
  ['nobody has asked to pay', {}, 'held'],
  ['the provider is asked', { payment: aPayment('requested') }, 'opening-checkout'],
  ['the checkout is open', { payment: aPayment('open') }, 'checkout'],
  ['ann came back from there', { payment: aPayment('open'), back: 'done' }, 'payment-pending'],
  ['her card was declined after all', { payment: aPayment('open', { declined: 'x' }), back: 'done' }, 'checkout'],
  ['it was paid', { payment: aPayment('received') }, 'payment-pending'],
  ['the amount was another', { payment: aPayment('refund-requested') }, 'amount-mismatch'],
  ['it is confirmed', { booking: aBooking('b1', 'confirmed'), payment: aPayment('received') }, 'confirmed'],
  ['its time is over', { booking: aBooking('b1', 'confirmed', { visited: true }) }, 'visited'],
  ['it was cancelled', { booking: aBooking('b1', 'cancelled'), payment: aPayment('refunded') }, 'cancelled'],
  ['the time ran out', { booking: aBooking('b1', 'expired') }, 'expired'],
  [
    'the time ran out while money came',
    { booking: aBooking('b1', 'expired'), payment: aPayment('received') },
    'payment-pending',
  ],
  ['ann gave it back', { booking: aBooking('b1', 'released'), payment: aPayment('closed') }, 'released'],
  ['money came too late', { booking: aBooking('b1', 'refused'), payment: aPayment('refund-requested') }, 'too-late'],
  [
    'it is known late that it was too late',
    { booking: aBooking('b1', 'expired'), payment: aPayment('refunded') },
    'too-late',
  ],
])('when %s', (_, shown, phase) => {
  expect(phaseOf(show(shown))).toBe(phase)
})

describe('a confirmed booking', () => {
  const confirmed = { booking: aBooking('b1', 'confirmed'), payment: aPayment('received') }

  test('has its ticket, its calendar entry, and two steps to cancel', () => {
    const html = show(confirmed)
    expect(html).toContain(reference)
    expect(html).toContain('src="/api/bookings/bookings/b1/ticket.svg"')
    expect(html).toContain('href="/api/bookings/bookings/b1/calendar.ics"')
    expect(html).toMatch(/<details[^>]*><summary[^>]*>Cancel this booking<\/summary><div[^>]*><form/)
    expect(html).not.toContain('<details open')
  })

  test('shows the second step again when it was refused', () => {
    const html = show({ ...confirmed, outcome: { refused: 'session-started', form: 'cancel' } })
    expect(html).toMatch(/<details[^>]* open=""/)
    expect(html).toContain('It has begun already')
  })

  test('cannot be cancelled once it has begun', () => {
    const begun = aBooking('b1', 'confirmed', { startsAt: '2030-02-28T18:30:00Z' })
    expect(show({ booking: begun })).not.toContain('<details')
  })
})

test('money that goes back is named, and where it is', () => {
  const cancelled = aBooking('b1', 'cancelled')
  expect(show({ booking: cancelled, payment: aPayment('refund-requested') })).toContain('€64 are on their way back')
  expect(show({ booking: cancelled, payment: aPayment('refunded') })).toContain('€64 were given back')
})

test('somebody else’s booking says nothing of it', () => {
  expect(render(Booking, { page: '/bookings/b1', view: null })).toContain('No such booking')
})

describe('a ticket at the door', () => {
  const ticket = { ...aBooking('b1', 'confirmed'), reference }
  const code = { modules: 25, path: 'M0 0h1v1H0z' }

  test.each([
    ['valid', 'is valid'],
    ['over', 'is over'],
    ['cancelled', 'admits nobody'],
  ] as const)('that is %s', (status, words) => {
    expect(render(Ticket, { shown: { ticket: { ...ticket, status }, code } })).toContain(words)
  })

  test('holds its code itself, so that it can be shown without a connection, and says when it was looked up', () => {
    const html = render(Ticket, { shown: { ticket: { ...ticket, status: 'valid' }, code } })
    expect(html).toContain(`d="${code.path}"`)
    expect(html).toContain('viewBox="-4 -4 33 33"')
    expect(html).not.toContain('<img')
    expect(html).toMatch(/Checked Fri,? 1 Mar,? 10:00/)
  })

  test('that was never sold', () => {
    expect(render(Ticket, { shown: null })).toContain('No such ticket')
  })
})
