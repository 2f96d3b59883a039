/** A fragment's messages in its reader's language: from the host, for components of the team and of `ui` alike. */
import { createContext, createElement, type ReactNode, useContext } from 'react'
import type { Translate } from '../language/translate.ts'

export interface MessageContext<Key extends string = string> {
  /** BCP 47, for `Intl`; the same on server and browser, so that both render the same. */
  locale: string
  t: Translate<Key>
}

const context = createContext<MessageContext | null>(null)

export function MessagesProvider({ locale, t, children }: MessageContext & { children?: ReactNode }) {
  return createElement(context.Provider, { value: { locale, t } }, children)
}

/** `Key` narrows to the keys of one package: `export const useMessages = useUntypedMessages<keyof typeof en>`. */
export function useMessages<Key extends string = string>(): MessageContext<Key> {
  const messages = useContext(context)
  if (!messages)
    throw new Error('useMessages was called outside a fragment: render the component inside MessagesProvider')
  return messages as MessageContext<Key>
}
