import { mountFragment } from '@fernweh/kit/browser/mount'
import { BookingReview } from '../fragments/BookingReview.tsx'

export const mount = mountFragment(BookingReview)
