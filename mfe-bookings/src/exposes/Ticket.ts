import { mountFragment } from '@fernweh/kit/browser/mount'
import { Ticket } from '../fragments/Ticket.tsx'

export const mount = mountFragment(Ticket)
