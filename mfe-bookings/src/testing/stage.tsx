import type { Outcome } from '@fernweh/contracts/browser/outcome'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { Payment } from '@fernweh/contracts/feeds/payments'
import type { PartProps, User } from '@fernweh/kit/browser/host'
import { createInertHost } from '@fernweh/kit/browser/inert-host'
import { WordsProvider } from '@fernweh/kit/browser/words'
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
  outcome?: Outcome | null
  user?: User | null
  locale?: string
}

export function render<Data>(Part: ComponentType<PartProps<Data>>, data: Data, asked: Asked = {}): string {
  const { outcome = null, user = ann, locale = 'en-GB' } = asked
  const host = createInertHost({ user, locale, messages: catalog.read(locale), release: 'test' })
  return renderToString(
    <WordsProvider {...host}>
      <Part data={data} host={host} now="2030-03-01T10:00:00Z" intention="intention-of-ann" outcome={outcome} />
    </WordsProvider>,
  ).replaceAll('<!-- -->', '')
}
