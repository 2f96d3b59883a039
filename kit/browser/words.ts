/** What a part says in its reader's language: given by the host, read by components of the team and of `ui` alike. */
import { createContext, createElement, type ReactNode, useContext } from 'react'
import type { Translate } from '../language/translate.ts'

export interface Words<Key extends string = string> {
  /** BCP 47, for `Intl`; the same on server and browser, so that both render the same. */
  locale: string
  t: Translate<Key>
}

const context = createContext<Words | null>(null)

export function WordsProvider({ locale, t, children }: Words & { children?: ReactNode }) {
  return createElement(context.Provider, { value: { locale, t } }, children)
}

/** `Key` narrows to the messages a room has: `export const useWords = useAnyWords<keyof typeof en>`. */
export function useWords<Key extends string = string>(): Words<Key> {
  const words = useContext(context)
  if (!words) throw new Error('Words are read outside of a part')
  return words as Words<Key>
}
