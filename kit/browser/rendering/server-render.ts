import { type ComponentType, createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { createCatalog, type Messages } from '../../language/messages.ts'
import type { CompiledMessages, Values } from '../../language/translate.ts'
import type { FragmentProps, FragmentState } from '../host/host.ts'
import { createServerHost } from '../host/server-host.ts'
import { MessagesProvider } from '../host/use-messages.ts'
import { toFragmentProps } from './fragment-props.ts'
import { toPrefix } from './prefix.ts'

declare const FERNWEH_TEAM: string

export interface ServerBuild {
  /** The HTML inside the fragment's root, byte for byte. */
  renderFragment(fragment: string, state: FragmentState): string
  /** `refusal.*` means all keys that begin so. */
  messagesOf(locale: string, keys: readonly string[]): CompiledMessages
  translate(locale: string, key: string, values?: Values): string
}

/** `messages` of the team and of the packages whose components it shows. */
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
