import type { FormOutcome } from '@fernweh/contracts/browser/form-outcome'
import type { Booking as BookingOfFeed } from '@fernweh/contracts/feeds/bookings'
import type { TravellerPayment } from '@fernweh/contracts/feeds/payments'
import type { BookingView } from '@fernweh/contracts/fragments/bookings'
import { describe, expect, test } from 'vitest'
import { aBooking, aPayment, checkout, reference } from '../../testing/bookings.ts'
import { render } from '../../testing/render.tsx'
import { Booking } from './Booking.tsx'
import { Ticket } from './Ticket.tsx'

interface PageState {
  booking?: BookingOfFeed
  payment?: TravellerPayment | null
  back?: BookingView['back']
  outcome?: FormOutcome
}

function show({ booking = aBooking('b1'), payment = null, back = null, outcome }: PageState): string {
  const view = {
    booking: { feed: 'booking.ann__b1', version: 1, data: booking },
    payment: { feed: 'payment.ann__b1', version: payment ? 1 : 0, data: payment },
    back,
  }
  return render(Booking, { page: '/bookings/b1', view }, { ...(outcome && { outcome }) })
}

const phaseOf = (html: string) => /data-phase="([^"]*)"/.exec(html)?.[1]

describe('held seats', () => {
  test('show the time left and forms to pay and release', () => {
    const html = show({})
    expect(html).toContain('10:00 left')
    expect(html).toContain('action="/api/bookings/bookings/b1/pay" method="post"')
    expect(html).toContain('Pay €64')
    expect(html).toContain('action="/api/bookings/bookings/b1/release" method="post"')
    expect(html).not.toContain(reference)
  })

  test('can be paid again after the card was declined or the checkout was left', () => {
    const declined = show({ payment: aPayment('open', { declined: 'insufficient_funds' }) })
    expect(declined).toContain('not enough money')
    expect(declined).toContain(`href="${checkout}"`)
    const left = show({ payment: aPayment('closed'), back: 'left' })
    expect(left).toContain('You left the payment page. Nothing was charged')
    expect(left).toContain('Pay €64')
  })

  test('show the outcome of the form it belongs to', () => {
    const outcome = { refused: 'hold-ended', form: 'release-b1' }
    expect(show({ outcome })).toContain('were no longer held')
    expect(show({ outcome: { ...outcome, form: 'release-b2' } })).not.toContain('were no longer held')
  })
})

test.each<[string, PageState]>([
  ['held', {}],
  ['being paid', { payment: aPayment('open') }],
])('while it is %s: where it is, and until when it can be cancelled for a full refund', (_, state) => {
  const html = show(state)
  expect(html).toMatch(/Free cancellation until it starts \(Thu,? 14 Mar( 2030)?, 18:30\): you get everything back/)
  expect(html).toContain('Sintra, Portugal')
  expect(html).toContain('href="https://www.openstreetmap.org/directions?to=38.8%2C-9.38"')
})

describe('seats whose payment the provider refuses', () => {
  const refused = (refusal: TravellerPayment['refused']) => show({ payment: aPayment('closed', { refused: refusal }) })

  test('show why, and lead to another choice instead of the same payment', () => {
    const html = refused('amount-too-small')
    expect(html).toContain('The payment provider does not take amounts this small. Nothing was charged.')
    expect(html).toContain('href="/e/tram"')
    expect(html).toContain('action="/api/bookings/bookings/b1/release" method="post"')
    expect(html).not.toContain('Pay €64')
  })

  test.each([
    ['not-accepted', 'did not accept this payment'],
    ['payment-failed', 'Your payment did not go through'],
    ['checkout-gone', 'The payment page was closed'],
  ] as const)('can be paid again after %s', (refusal, text) => {
    const html = refused(refusal)
    expect(html).toContain(text)
    expect(html).toContain('Pay €64')
  })

  test('can be released while the provider does not answer', () => {
    expect(show({ payment: aPayment('requested') })).toContain('action="/api/bookings/bookings/b1/release"')
  })
})

describe('free seats', () => {
  const price = { amount: 0, currency: 'EUR' }
  const amount = price

  test('are booked, not paid for', () => {
    const html = show({ booking: aBooking('b1', 'held', { price }) })
    expect(html).toContain('2 seats · <span>Free</span>')
    expect(html).toContain('Book for free')
    expect(html).not.toMatch(/€|Pay /)
    const pending = show({ booking: aBooking('b1', 'held', { price }), payment: aPayment('received', { amount }) })
    expect(pending).toContain('Your booking is being confirmed')
    expect(pending).not.toMatch(/your payment|the payment/i)
  })

  test('promise no refund, before or after they are cancelled', () => {
    const booked = show({ booking: aBooking('b1', 'confirmed', { price }), payment: aPayment('received', { amount }) })
    expect(booked).toContain('2 seats will be released.')
    const gone = show({ booking: aBooking('b1', 'cancelled', { price }), payment: aPayment('refunded', { amount }) })
    for (const html of [booked, gone]) expect(html).not.toMatch(/€|refund|back/)
    expect(show({ booking: aBooking('b1', 'held', { price }) })).toContain('Cancellation possible until it starts')
  })
})

test.each<[string, PageState, string]>([
  ['no payment was started', {}, 'held'],
  ['the amount is never taken', { payment: aPayment('closed', { refused: 'amount-too-large' }) }, 'not-payable'],
  ['the provider lost the checkout', { payment: aPayment('closed', { refused: 'checkout-gone' }) }, 'held'],
  ['the checkout is being opened', { payment: aPayment('requested') }, 'opening-checkout'],
  ['the checkout is open', { payment: aPayment('open') }, 'checkout'],
  ['ann returned from the checkout', { payment: aPayment('open'), back: 'done' }, 'payment-pending'],
  [
    'her card was declined after her return',
    { payment: aPayment('open', { declined: 'x' }), back: 'done' },
    'checkout',
  ],
  ['the payment was received', { payment: aPayment('received') }, 'payment-pending'],
  ['a wrong amount was paid', { payment: aPayment('refund-requested') }, 'amount-mismatch'],
  ['it is confirmed', { booking: aBooking('b1', 'confirmed'), payment: aPayment('received') }, 'confirmed'],
  ['the session has ended', { booking: aBooking('b1', 'confirmed', { visited: true }) }, 'visited'],
  ['it was cancelled', { booking: aBooking('b1', 'cancelled'), payment: aPayment('refunded') }, 'cancelled'],
  ['the hold expired', { booking: aBooking('b1', 'expired') }, 'expired'],
  [
    'a payment arrived as the hold expired',
    { booking: aBooking('b1', 'expired'), payment: aPayment('received') },
    'payment-pending',
  ],
  ['ann released it', { booking: aBooking('b1', 'released'), payment: aPayment('closed') }, 'released'],
  [
    'the payment came too late',
    { booking: aBooking('b1', 'refused'), payment: aPayment('refund-requested') },
    'too-late',
  ],
  [
    'the late payment is refunded before the booking is updated',
    { booking: aBooking('b1', 'expired'), payment: aPayment('refunded') },
    'too-late',
  ],
])('phase when %s', (_, state, phase) => {
  expect(phaseOf(show(state))).toBe(phase)
})

describe('a confirmed booking', () => {
  const confirmed = { booking: aBooking('b1', 'confirmed'), payment: aPayment('received') }

  test('has its ticket, its calendar entry and a disclosure to cancel', () => {
    const html = show(confirmed)
    expect(html).toContain(reference)
    expect(html).toContain('src="/api/bookings/bookings/b1/ticket.svg"')
    expect(html).toContain('href="/api/bookings/bookings/b1/calendar.ics"')
    expect(html).toMatch(/<details[^>]*><summary[^>]*>Cancel booking<\/summary><div[^>]*><form/)
    expect(html).not.toContain('<details open')
  })

  test('opens the disclosure when cancelling was refused', () => {
    const html = show({ ...confirmed, outcome: { refused: 'session-started', form: 'cancel' } })
    expect(html).toMatch(/<details[^>]* open=""/)
    expect(html).toContain('It has already started')
  })

  test('cannot be cancelled once the session has started', () => {
    const started = aBooking('b1', 'confirmed', { startsAt: '2030-02-28T18:30:00Z' })
    expect(show({ booking: started })).not.toContain('<details')
  })
})

test('shows the amount and state of a refund', () => {
  const cancelled = aBooking('b1', 'cancelled')
  expect(show({ booking: cancelled, payment: aPayment('refund-requested') })).toContain(
    'Your refund of €64 is on its way',
  )
  expect(show({ booking: cancelled, payment: aPayment('refunded') })).toContain('€64 refunded')
  const refused = aPayment('refund-requested', { refused: 'refund-refused' })
  expect(show({ booking: cancelled, payment: refused })).toContain('has refused your refund of €64 for now')
})

test('somebody else’s booking is shown as not found', () => {
  expect(render(Booking, { page: '/bookings/b1', view: null })).toContain('Booking not found')
})

describe('the ticket page', () => {
  const ticket = { ...aBooking('b1', 'confirmed'), reference }
  const code = { modules: 25, path: 'M0 0h1v1H0z' }

  test.each([
    ['valid', 'is valid'],
    ['over', 'is over'],
    ['cancelled', 'was cancelled and is not valid'],
  ] as const)('of a ticket that is %s', (status, text) => {
    expect(render(Ticket, { shown: { ticket: { ...ticket, status }, code } })).toContain(text)
  })

  test('contains its QR code, so that it works offline, and shows when it was checked', () => {
    const html = render(Ticket, { shown: { ticket: { ...ticket, status: 'valid' }, code } })
    expect(html).toContain(`d="${code.path}"`)
    expect(html).toContain('viewBox="-4 -4 33 33"')
    expect(html).not.toContain('<img')
    expect(html).toMatch(/Checked Fri,? 1 Mar( 2030)?,? 10:00/)
  })

  test('of an unknown reference says so', () => {
    expect(render(Ticket, { shown: null })).toContain('Ticket not found')
  })
})
