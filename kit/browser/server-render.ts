/** The server build of a micro-frontend: what a bff asks of it. */
import { type ComponentType, createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { createCatalog, type Messages } from '../language/messages.ts'
import type { CompiledMessages, Values } from '../language/translate.ts'
import type { PartProps, PartState } from './host.ts'
import { createInertHost } from './inert-host.ts'
import { toProps } from './part-props.ts'
import { toPrefix } from './prefix.ts'
import { WordsProvider } from './words.ts'

/** Set by the build: whose server build this is. */
declare const FERNWEH_TEAM: string

export interface ServerBuild {
  /** What stands inside the part's root, byte for byte. */
  renderPart(part: string, state: PartState): string
  /** What is said under these keys; `refusal.*` means all that begin so. */
  messagesOf(locale: string, keys: readonly string[]): CompiledMessages
  /** One message, e.g. the title of a page. */
  say(locale: string, key: string, values?: Values): string
}

/** `parts` by name without the team; `messages` of the team and of the rooms whose components it shows. */
export function createServerBuild({
  parts,
  messages,
}: {
  parts: Record<string, ComponentType<PartProps<never>>>
  messages: readonly Messages[]
}): ServerBuild {
  const catalog = createCatalog(messages)
  return {
    renderPart(part, state) {
      const Part = parts[part] as ComponentType<PartProps<unknown>> | undefined
      if (!Part) throw new Error(`This release has no part named ${part}`)
      const host = createInertHost(state)
      const element = createElement(WordsProvider, host, createElement(Part, toProps(state, host)))
      return renderToString(element, { identifierPrefix: toPrefix(`${FERNWEH_TEAM}/${part}`) })
    },
    messagesOf: (locale, keys) => catalog.read(locale, keys),
    say: (locale, key, values) => catalog.in(locale)(key, values),
  }
}
