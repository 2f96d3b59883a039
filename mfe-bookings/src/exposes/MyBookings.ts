import { mountFragment } from '@fernweh/kit/browser/mount'
import { MyBookings } from '../fragments/MyBookings.tsx'

export const mount = mountFragment(MyBookings)
