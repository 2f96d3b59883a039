import { createServerBuild } from '@fernweh/kit/browser/server-render'
import { messages as uiMessages } from '@fernweh/ui/messages'
import { messages } from './messages.ts'
import { Booking } from './parts/Booking.tsx'
import { MyBookings } from './parts/MyBookings.tsx'
import { Sessions } from './parts/Sessions.tsx'
import { Ticket } from './parts/Ticket.tsx'

export const { renderPart, messagesOf, say } = createServerBuild({
  parts: { Sessions, MyBookings, Booking, Ticket },
  messages: [messages, uiMessages],
})
