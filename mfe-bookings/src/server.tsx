import { createServerBuild } from '@fernweh/kit/browser/server-render'
import { messages as uiMessages } from '@fernweh/ui/messages'
import { Booking } from './fragments/Booking.tsx'
import { MyBookings } from './fragments/MyBookings.tsx'
import { Sessions } from './fragments/Sessions.tsx'
import { Ticket } from './fragments/Ticket.tsx'
import { messages } from './messages.ts'

export const {
  renderFragment,
  messagesOf,
  translate: say,
} = createServerBuild({
  fragments: { Sessions, MyBookings, Booking, Ticket },
  messages: [messages, uiMessages],
})
