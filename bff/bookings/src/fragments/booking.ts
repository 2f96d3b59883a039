import { getBooking } from '@fernweh/contracts/api/bookings'
import { isRefused } from '@fernweh/contracts/api/operation'
import { getPayment } from '@fernweh/contracts/api/payments'
import { toSignInPath } from '@fernweh/contracts/browser/sign-in-path'
import { titleIn } from '@fernweh/contracts/browser/titles'
import { id } from '@fernweh/contracts/envelope'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import { paymentFeed, type TravellerPayment } from '@fernweh/contracts/feeds/payments'
import type { BookingData, BookingView } from '@fernweh/contracts/fragments/bookings'
import { type FragmentRequest, type FragmentResponse, toPagePath } from '@fernweh/kit/server/fragments/fragments'
import type { Caller } from '@fernweh/kit/server/http/identity'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { BookingsDeps } from '../deps.ts'
import { toWhen } from '../when.ts'

/** Seconds after which a page without script reloads itself while it waits for a decision. */
const REFRESH_SECONDS = 5

export async function queryBooking(
  { url, params, identity, locale }: FragmentRequest,
  deps: BookingsDeps,
): Promise<FragmentResponse> {
  if (identity === null)
    return { status: 303, title: '', meta: { location: toSignInPath(toPagePath(url)) }, data: null }
  const bookingId = id.safeParse(params.id)
  const view = bookingId.success ? await fetchView(deps, bookingId.data, identity, url) : null
  const data: BookingData = { page: url.pathname, view }
  if (view === null) return { status: 404, title: { key: 'booking-not-found.page-title' }, data }
  const meta = { description: toDescription(view, locale), ...(isWaiting(view) && { refresh: REFRESH_SECONDS }) }
  return { title: toTitle(view, locale), meta, data }
}

function toDescription({ booking }: BookingView, locale: string) {
  const { reference } = booking.data
  const when = toWhen(booking.data, locale)
  return reference
    ? { key: 'booking.description-booked', values: { when, reference } }
    : { key: 'booking.description', values: { when } }
}

function toTitle({ booking }: BookingView, locale: string) {
  const { offer } = booking.data
  return offer
    ? { key: 'booking.page-title', values: { title: titleIn(offer, locale).text } }
    : { key: 'booking.page-title-untitled' }
}

async function fetchView(
  deps: BookingsDeps,
  bookingId: string,
  identity: Caller,
  url: URL,
): Promise<BookingView | null> {
  const [answer, payment] = await Promise.all([
    callOperation(deps.bookings, getBooking, { params: { bookingId }, identity }),
    fetchPayment(deps, bookingId, identity),
  ])
  return isRefused(answer) ? null : { booking: answer.booking, payment, back: toCheckoutResult(url) }
}

/** While payments is unreachable, the booking is shown without its payment; the feed adds it later. */
async function fetchPayment(
  { payments, log }: BookingsDeps,
  bookingId: string,
  identity: Caller,
): Promise<Versioned<TravellerPayment | null>> {
  const none = { feed: paymentFeed(identity.sub, bookingId), version: 0, data: null }
  const answer = await callOperation(payments, getPayment, { params: { bookingId }, identity }).catch((error) => {
    log.warn({ err: error }, 'payments unreachable, booking shown without its payment')
    return { payment: null }
  })
  return answer.payment ?? none
}

/** The provider's page leads back with `?checkout=done` or `?checkout=left`. */
function toCheckoutResult(url: URL): BookingView['back'] {
  const result = url.searchParams.get('checkout')
  return result === 'done' || result === 'left' ? result : null
}

/** A decision is pending: a page without script, which follows no feed, has to reload itself. */
function isWaiting({ booking, payment, back }: BookingView): boolean {
  if (!['held', 'expired', 'released'].includes(booking.data.status)) return false
  const status = payment.data?.status
  if (status === undefined || status === 'open') return back === 'done'
  return status === 'requested' || status === 'received'
}
