/** What a fragment receives from its page. It does not know which other fragments are on the page. */
import type { FormOutcome } from '@fernweh/contracts/browser/form-outcome'
import type { Role } from '@fernweh/contracts/identity'
import type { CompiledMessages, Translate } from '../../language/translate.ts'
import type { Realtime } from '../realtime/realtime.ts'
import type { Api } from './api.ts'
import type { Bus } from './bus.ts'

export interface User {
  id: string
  role: Role
}

export interface Host<Events extends object = object> {
  team: string
  bus: Bus<Events>
  realtime: Realtime
  api: Api
  user: User | null
  /** BCP 47, e.g. `en-GB`; the same on server and browser, so that both render the same text. */
  locale: string
  t: Translate
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
  messages: CompiledMessages
  /** ISO instant at which the server rendered; the first render in the browser uses the same. */
  now: string
  release: string
  /** Made for this rendering: the beginning of the idempotency key of each of the fragment's forms. */
  idempotencyKey: string
  outcome: FormOutcome | null
}

export type Mount = (root: HTMLElement, host: Host, state: FragmentState) => () => void
