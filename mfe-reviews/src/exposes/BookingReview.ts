import { mountFragment } from '@fernweh/kit/browser/mount'
import { OfBooking } from '../fragments/BookingReview.tsx'

export const mount = mountFragment(OfBooking)
