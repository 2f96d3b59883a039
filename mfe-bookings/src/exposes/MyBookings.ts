import { mountPart } from '@fernweh/kit/browser/mount'
import { MyBookings } from '../parts/MyBookings.tsx'

export const mount = mountPart(MyBookings)
