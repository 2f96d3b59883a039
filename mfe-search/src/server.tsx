import { createServerBuild } from '@fernweh/kit/browser/server-render'
import { messages as uiMessages } from '@fernweh/ui/messages'
import { Experience } from './fragments/Experience.tsx'
import { Find } from './fragments/Find.tsx'
import { Home } from './fragments/Home.tsx'
import { Similar } from './fragments/Similar.tsx'
import { messages } from './messages.ts'

export const {
  renderFragment,
  messagesOf,
  translate: say,
} = createServerBuild({
  fragments: { Home, Find, Experience, Similar },
  messages: [messages, uiMessages],
})
