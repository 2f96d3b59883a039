import { mountFragment } from '@fernweh/kit/browser/mount'
import { OfBooking } from '../fragments/OfBooking.tsx'

export const mount = mountFragment(OfBooking)
