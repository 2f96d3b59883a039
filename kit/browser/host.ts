/** All a part ever receives from outside itself. It never learns who else is on the page. */
import type { BusEvents } from '@fernweh/contracts/browser/bus-events'
import type { Outcome } from '@fernweh/contracts/browser/outcome'
import type { Role } from '@fernweh/contracts/identity'
import type { CompiledMessages, Translate } from '../language/translate.ts'
import type { Api } from './api.ts'
import type { Bus } from './bus.ts'
import type { Live } from './live.ts'

export interface User {
  id: string
  role: Role
}

export interface Host {
  bus: Bus<BusEvents>
  live: Live
  api: Api
  user: User | null
  /** BCP 47, e.g. `en-GB`; the same on server and browser, so that both render the same text. */
  locale: string
  /** Says a message of this part in that locale; components read it by `useWords`. */
  t: Translate
  /** Release of the part's own micro-frontend. */
  release: string
}

export interface PartProps<Data> extends Pick<PartState<Data>, 'data' | 'now' | 'intention' | 'outcome'> {
  host: Host
}

/** What a part was rendered from, in the page beside its HTML. */
export interface PartState<Data = unknown> {
  data: Data
  user: User | null
  locale: string
  /** What the part may say, in the language of the locale. */
  messages: CompiledMessages
  /** ISO instant at which the server rendered; the first render in the browser uses the same. */
  now: string
  release: string
  /** Made for this rendering: the idempotency key of a form, or the beginning of one where a part has several forms. */
  intention: string
  /** Of the native form that led here. */
  outcome: Outcome | null
}

export type Mount = (root: HTMLElement, host: Host, state: PartState) => () => void
