import { getTicket, type Ticket } from '@fernweh/contracts/api/bookings'
import { isRefused } from '@fernweh/contracts/api/operation'
import { titleIn } from '@fernweh/contracts/browser/titles'
import { bookingReference } from '@fernweh/contracts/events/bookings'
import type { TicketData } from '@fernweh/contracts/fragments/bookings'
import { toTicketUrl } from '@fernweh/contracts/ticket-files'
import { toLocalTime } from '@fernweh/contracts/zones'
import { toQrPath } from '@fernweh/kit/server/files/qr-code'
import type { FragmentRequest, FragmentResponse } from '@fernweh/kit/server/fragments/fragments'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { BookingsDeps } from '../deps.ts'
import { toWhen } from '../when.ts'

const noData: TicketData = { shown: null }
const notFoundResponse: FragmentResponse = { status: 404, title: { key: 'ticket-not-found.page-title' }, data: noData }

export async function queryTicket(
  { params, locale }: FragmentRequest,
  { bookings, origin }: BookingsDeps,
): Promise<FragmentResponse> {
  const reference = bookingReference.safeParse(params.reference)
  if (!reference.success) return notFoundResponse
  const answer = await callOperation(bookings, getTicket, { params: { reference: reference.data } })
  if (isRefused(answer)) return notFoundResponse
  const { ticket } = answer
  const checked = toLocalTime(new Date().toISOString(), ticket.zone)
  const data: TicketData = { shown: { ticket, code: toQrPath(toTicketUrl(ticket.reference, origin)), checked } }
  const title = { key: 'ticket-page.page-title', values: { reference: ticket.reference } }
  return { title, meta: { description: toDescription(ticket, locale) }, data }
}

function toDescription(ticket: Ticket, locale: string) {
  const when = toWhen(ticket, locale)
  return ticket.offer
    ? { key: 'ticket-page.description', values: { title: titleIn(ticket.offer, locale).text, when } }
    : { key: 'ticket-page.description-untitled', values: { when } }
}
