import { createServerBuild } from '@fernweh/kit/browser/server-render'
import { messages as uiMessages } from '@fernweh/ui/messages'
import { List } from './parts/List.tsx'
import { OfBooking } from './parts/OfBooking.tsx'

export const { renderPart, messagesOf, say } = createServerBuild({ parts: { List, OfBooking }, messages: [uiMessages] })
