import { createContext, createElement, type ReactNode, useContext } from 'react'
import type { Translate } from '../../language/translate.ts'

export interface MessageContext<Key extends string = string> {
  locale: string
  t: Translate<Key>
}

const context = createContext<MessageContext | null>(null)

export function MessagesProvider({ locale, t, children }: MessageContext & { children?: ReactNode }) {
  return createElement(context.Provider, { value: { locale, t } }, children)
}

/** `Key` narrows to a package's messages: `export const useMessages = useUntypedMessages<keyof typeof en>`. */
export function useMessages<Key extends string = string>(): MessageContext<Key> {
  const messages = useContext(context)
  if (!messages)
    throw new Error('useMessages was called outside a fragment: render the component inside MessagesProvider')
  return messages as MessageContext<Key>
}
