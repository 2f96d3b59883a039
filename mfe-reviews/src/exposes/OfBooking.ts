import { mountPart } from '@fernweh/kit/browser/mount'
import { OfBooking } from '../parts/OfBooking.tsx'

export const mount = mountPart(OfBooking)
