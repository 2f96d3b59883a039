import type { Operation } from '@fernweh/contracts/api/operation'
import type { IRouter } from 'express'
import { route } from './http.ts'
import { type CallInput, callOperation, type Upstream } from './upstream.ts'

/** Passes an operation on to the service that answers it, with the asker's identity and idempotency key. */
export function forwardOperation<O extends Operation>(router: IRouter, upstream: Upstream, operation: O): void {
  route(router, operation, ({ params, query, body, key, identity }) =>
    callOperation(upstream, operation, { params, query, body, key, identity } as CallInput<O>),
  )
}
