import { createServerBuild } from '@fernweh/kit/browser/server-render'
import { messages as uiMessages } from '@fernweh/ui/messages'
import { messages } from './messages.ts'
import { List } from './parts/List.tsx'
import { OfBooking } from './parts/OfBooking.tsx'
import { Person } from './parts/Person.tsx'

export const { renderPart, messagesOf, say } = createServerBuild({
  parts: { List, OfBooking, Person },
  messages: [messages, uiMessages],
})
