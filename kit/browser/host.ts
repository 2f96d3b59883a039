/** What a fragment receives from its page. It does not know which other fragments are on the page. */
import type { FormOutcome } from '@fernweh/contracts/browser/form-outcome'
import type { Role } from '@fernweh/contracts/identity'
import type { CompiledMessages, Translate } from '../language/translate.ts'
import type { Api } from './api.ts'
import type { Bus } from './bus.ts'
import type { Realtime } from './realtime.ts'

export interface User {
  id: string
  role: Role
}

/** `Events` maps the page's browser events to their payloads; each app names its own map. */
export interface Host<Events extends object = object> {
  /** Team whose bff `api` calls. */
  team: string
  bus: Bus<Events>
  realtime: Realtime
  api: Api
  user: User | null
  /** BCP 47, e.g. `en-GB`; the same on server and browser, so that both render the same text. */
  locale: string
  /** Translates a message of this fragment; components get it from `useMessages`. */
  t: Translate
  /** Release of the fragment's own micro-frontend. */
  release: string
}

export interface FragmentProps<Data, Events extends object = object>
  extends Pick<FragmentState<Data>, 'data' | 'now' | 'idempotencyKey' | 'outcome'> {
  host: Host<Events>
}

/** What a fragment was rendered from; it is in the page beside the fragment's HTML. */
export interface FragmentState<Data = unknown> {
  data: Data
  user: User | null
  locale: string
  /** The fragment's messages in the language of the locale. */
  messages: CompiledMessages
  /** ISO instant at which the server rendered; the first render in the browser uses the same. */
  now: string
  release: string
  /** Made for this rendering: the beginning of the idempotency key of each of the fragment's forms. */
  idempotencyKey: string
  /** Outcome of the form that was sent without script and led to this page. */
  outcome: FormOutcome | null
}

export type Mount = (root: HTMLElement, host: Host, state: FragmentState) => () => void
