/** What a fragment says in its reader's language: given by the host, read by components of the team and of `ui` alike. */
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

/** `Key` narrows to the messages a room has: `export const useWords = useAnyWords<keyof typeof en>`. */
export function useMessages<Key extends string = string>(): MessageContext<Key> {
  const words = useContext(context)
  if (!words) throw new Error('Words are read outside of a fragment')
  return words as MessageContext<Key>
}
