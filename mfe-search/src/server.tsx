import { createServerBuild } from '@fernweh/kit/browser/server-render'
import { messages as uiMessages } from '@fernweh/ui/messages'
import { messages } from './messages.ts'
import { Experience } from './parts/Experience.tsx'
import { Find } from './parts/Find.tsx'
import { Home } from './parts/Home.tsx'
import { Similar } from './parts/Similar.tsx'

export const { renderPart, messagesOf, say } = createServerBuild({
  parts: { Home, Find, Experience, Similar },
  messages: [messages, uiMessages],
})
