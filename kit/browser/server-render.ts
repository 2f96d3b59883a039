/** The server build of a micro-frontend, as a bff uses it. */
import { type ComponentType, createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { createCatalog, type Messages } from '../language/messages.ts'
import type { CompiledMessages, Values } from '../language/translate.ts'
import { toFragmentProps } from './fragment-props.ts'
import type { FragmentProps, FragmentState } from './host.ts'
import { toPrefix } from './prefix.ts'
import { createServerHost } from './server-host.ts'
import { MessagesProvider } from './use-messages.ts'

/** Set by the build: whose server build this is. */
declare const FERNWEH_TEAM: string

export interface ServerBuild {
  /** The HTML inside the fragment's root, byte for byte. */
  renderFragment(fragment: string, state: FragmentState): string
  /** The messages of these keys; `refusal.*` means all that begin with `refusal.`. */
  messagesOf(locale: string, keys: readonly string[]): CompiledMessages
  /** One message, e.g. the title of a page. */
  translate(locale: string, key: string, values?: Values): string
}

/** `fragments` by name without the team; `messages` of the team and of the packages whose components it shows. */
export function createServerBuild({
  fragments,
  messages,
}: {
  fragments: Record<string, ComponentType<FragmentProps<never>>>
  messages: readonly Messages[]
}): ServerBuild {
  const catalog = createCatalog(messages)
  return {
    renderFragment(fragment, state) {
      const Fragment = fragments[fragment] as ComponentType<FragmentProps<unknown>> | undefined
      if (!Fragment) throw new Error(`This release has no fragment named ${fragment}`)
      const host = createServerHost({ ...state, team: FERNWEH_TEAM })
      const element = createElement(MessagesProvider, host, createElement(Fragment, toFragmentProps(state, host)))
      return renderToString(element, { identifierPrefix: toPrefix(`${FERNWEH_TEAM}/${fragment}`) })
    },
    messagesOf: (locale, keys) => catalog.read(locale, keys),
    translate: (locale, key, values) => catalog.in(locale)(key, values),
  }
}
