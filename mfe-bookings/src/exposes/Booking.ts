import { mountPart } from '@fernweh/kit/browser/mount'
import { Booking } from '../parts/Booking.tsx'

export const mount = mountPart(Booking)
