import { mountPart } from '@fernweh/kit/browser/mount'
import { Ticket } from '../parts/Ticket.tsx'

export const mount = mountPart(Ticket)
