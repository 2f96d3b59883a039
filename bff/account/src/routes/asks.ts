import type { Upstream } from '@fernweh/kit/server/http/upstream'
import type { TypedValues } from '../typed-values.ts'

export interface Asks {
  accounts: Upstream
  keep: TypedValues['keep']
}
