import type { Operation } from '@fernweh/contracts/api/operation'
import type { IRouter } from 'express'
import { route } from './http.ts'
import { type CallInput, callOperation, type Upstream } from './upstream.ts'

export function forwardOperation<O extends Operation>(router: IRouter, upstream: Upstream, operation: O): void {
  route(router, operation, ({ params, query, body, key, identity }) =>
    callOperation(upstream, operation, { params, query, body, key, identity } as CallInput<O>),
  )
}
