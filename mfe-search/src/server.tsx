import { createServerBuild } from '@fernweh/kit/browser/server-render'
import { messages as uiMessages } from '@fernweh/ui/messages'
import { Experience } from './parts/Experience.tsx'
import { Find } from './parts/Find.tsx'

export const { renderPart, messagesOf, say } = createServerBuild({
  parts: { Find, Experience },
  messages: [uiMessages],
})
