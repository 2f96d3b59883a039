import { createServerBuild } from '@fernweh/kit/browser/server-render'
import { messages as uiMessages } from '@fernweh/ui/messages'
import { AuthorPage } from './fragments/AuthorPage.tsx'
import { BookingReview } from './fragments/BookingReview.tsx'
import { ReviewList } from './fragments/ReviewList.tsx'
import { messages } from './messages.ts'

export const {
  renderFragment,
  messagesOf,
  translate: say,
} = createServerBuild({
  fragments: { ReviewList, BookingReview, AuthorPage },
  messages: [messages, uiMessages],
})
