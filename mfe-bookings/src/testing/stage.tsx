import type { FormOutcome } from '@fernweh/contracts/browser/form-outcome'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { Payment } from '@fernweh/contracts/feeds/payments'
import type { FragmentProps, User } from '@fernweh/kit/browser/host'
import { createServerHost } from '@fernweh/kit/browser/server-host'
import { MessagesProvider } from '@fernweh/kit/browser/use-messages'
import { createCatalog } from '@fernweh/kit/language/messages'
import type { Values } from '@fernweh/kit/language/translate'
import { messages as uiMessages } from '@fernweh/ui/messages'
import type { ComponentType } from 'react'
import { renderToString } from 'react-dom/server'
import { messages } from '../messages.ts'

export const ann: User = { id: 'ann', role: 'traveller' }
export const reference = 'FW-7K3MQ2XZ4D'
export const checkout = 'https://checkout.example/c/pay/cs_1'

export const anOffer = {
  title: 'Trams',
  language: 'en',
  translations: { de: 'Straßenbahnen' },
  city: 'Sintra',
  picture: null,
}

export function aBooking(bookingId: string, status: Booking['status'] = 'held', more: Partial<Booking> = {}): Booking {
  return {
    bookingId,
    travellerId: 'ann',
    sessionId: 'tram-1',
    experienceId: 'tram',
    seats: 2,
    startsAt: '2030-03-14T18:30:00Z',
    endsAt: '2030-03-14T20:30:00Z',
    zone: 'Europe/Lisbon',
    price: { amount: 3200, currency: 'EUR' },
    expiresAt: '2030-03-01T10:10:00Z',
    status,
    visited: false,
    offer: anOffer,
    ...(status === 'confirmed' || status === 'cancelled' ? { reference } : {}),
    ...more,
  }
}

export function aPayment(status: Payment['status'], more: Partial<Payment> = {}): Payment {
  const url = status === 'open' ? checkout : null
  return { paymentId: 'b1', amount: { amount: 6400, currency: 'EUR' }, status, url, declined: null, ...more }
}

const catalog = createCatalog([messages, uiMessages])

/** Says what the team says, in English unless asked otherwise. */
export const say = (key: keyof typeof messages.en, values?: Values, locale = 'en-GB') => catalog.in(locale)(key, values)

interface Asked {
  outcome?: FormOutcome | null
  user?: User | null
  locale?: string
}

export function render<Data>(Fragment: ComponentType<FragmentProps<Data>>, data: Data, asked: Asked = {}): string {
  const { outcome = null, user = ann, locale = 'en-GB' } = asked
  const host = createServerHost({ user, locale, messages: catalog.read(locale), release: 'test' })
  return renderToString(
    <MessagesProvider {...host}>
      <Fragment data={data} host={host} now="2030-03-01T10:00:00Z" idempotencyKey="key-of-ann" outcome={outcome} />
    </MessagesProvider>,
  ).replaceAll('<!-- -->', '')
}
