import { mountFragment } from '@fernweh/kit/browser/mount'
import { Booking } from '../fragments/Booking.tsx'

export const mount = mountFragment(Booking)
