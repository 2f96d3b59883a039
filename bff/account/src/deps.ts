import type { Upstream } from '@fernweh/kit/server/http/upstream'
import type { TypedValues } from './typed-values.ts'

export interface AccountDeps {
  accounts: Upstream
  search: Upstream
  typedValues: TypedValues
  /** Where the operator shows the mails, if anywhere. */
  mailbox: string | null
}
