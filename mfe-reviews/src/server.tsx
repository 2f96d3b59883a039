import { createServerBuild } from '@fernweh/kit/browser/server-render'
import { messages as uiMessages } from '@fernweh/ui/messages'
import { List } from './fragments/ReviewList.tsx'
import { OfBooking } from './fragments/BookingReview.tsx'
import { Person } from './fragments/AuthorPage.tsx'
import { messages } from './messages.ts'

export const {
  renderFragment,
  messagesOf,
  translate: say,
} = createServerBuild({
  fragments: { List, OfBooking, Person },
  messages: [messages, uiMessages],
})
