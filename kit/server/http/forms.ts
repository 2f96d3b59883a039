/**
 * One route for scripts and native forms. Beside its fields a form carries `key` (idempotency key), `page` (local path to come
 * back to) and perhaps `form` (its id). It is always answered with 303, so that a reload sends nothing again.
 */
import {
  type AnswerOf,
  isRefused,
  type Operation,
  type RefusalOf,
  type Refused,
} from '@fernweh/contracts/api/operation'
import type { FormOutcome } from '@fernweh/contracts/browser/form-outcome'
import { toSignInPath } from '@fernweh/contracts/browser/sign-in-path'
import { type IRouter, type Request, urlencoded } from 'express'
import { currentTraceId } from '../process/telemetry.ts'
import { withOutcome } from './form-outcome.ts'
import { type ParsedRequest, parseRequest, route } from './http.ts'
import type { Caller } from './identity.ts'
import { fromExpress, HttpProblem, invalid } from './problem.ts'
import { type CallInput, callOperation, type Upstream } from './upstream.ts'

/** A field that was sent several times is joined by commas. */
export type FormFields = Record<string, string>

export interface FormOptions<O extends Operation> {
  /** The operation's body; the form's own fields unless given. */
  body?: (fields: FormFields) => unknown
  /** Where to go then: a local path (`page` is among the fields), or another site's address that only the answer may name. */
  done: (answer: AnswerOf<O>, parsed: ParsedRequest<O>, fields: FormFields) => string
  /** The page to come back to after a refusal or a sign-in, with what was chosen; `page` is the one the form was sent from. */
  back?: (page: string, fields: FormFields) => string
  /** What was typed, to be shown again after a refusal: sealed, at most 1500 characters. */
  keep?: (fields: FormFields, identity: Caller | null) => string | null
}

type Handler<O extends Operation> = (parsed: ParsedRequest<O>) => Promise<AnswerOf<O> | Refused<RefusalOf<O>>>

/** The gateway answers no longer address. */
const MAX_PATH = 2000
const FORM = 'application/x-www-form-urlencoded'
const readFields = urlencoded({ extended: false, limit: '64kb' })

export function formRoute<O extends Operation>(
  router: IRouter,
  operation: O,
  handler: Handler<O>,
  options: FormOptions<O>,
): void {
  const [method, path = ''] = operation.name.split(' ')
  if (method !== 'POST') throw new Error(`A form cannot send ${operation.name}`)
  router.post(path, readFields, async (request, response, next) => {
    if (!request.is(FORM)) return next()
    const location = await answerForm(request, operation, handler, options)
    response.set('cache-control', 'no-store').redirect(303, location)
  })
  route(router, operation, handler)
}

export function forwardForm<O extends Operation>(
  router: IRouter,
  upstream: Upstream,
  operation: O,
  options: FormOptions<O>,
): void {
  const pass = ({ params, query, body, key, identity }: ParsedRequest<O>) =>
    callOperation(upstream, operation, { params, query, body, key, identity } as CallInput<O>)
  formRoute(router, operation, pass, options)
}

async function answerForm<O extends Operation>(
  request: Request,
  operation: O,
  handler: Handler<O>,
  { body = (fields) => fields, done, back: toBack = (page) => page, keep = () => null }: FormOptions<O>,
): Promise<string> {
  const { key, page: wanted = '', form: name, ...fields } = toFields(request.body)
  const sentFrom = toLocalPath(wanted)
  if (sentFrom === null) throw invalid({ field: 'page', problem: 'not a path of this site' })
  const page = toLocalPath(toBack(sentFrom, fields)) ?? sentFrom
  const back = (outcome: FormOutcome) => {
    const typed = keep(fields, request.identity)
    return withOutcome(page, { ...outcome, ...(name && { form: name }), ...(typed && { typed }) })
  }
  try {
    const parsed = parseRequest(operation, request, { body: body(fields), key })
    const answer = await handler(parsed)
    return isRefused(answer) ? back({ refused: answer.refused }) : done(answer, parsed, { ...fields, page })
  } catch (error) {
    const problem = error instanceof HttpProblem ? error : fromExpress(error)
    if (problem?.status === 401) return toSignInPath(page)
    return back(problem ? toOutcome(problem) : toFault(request, error, key))
  }
}

function toFields(body: object): FormFields {
  return Object.fromEntries(Object.entries(body ?? {}).map(([name, value]) => [name, String(value)]))
}

function toOutcome({ body, status }: HttpProblem): FormOutcome {
  const { refused, invalid } = body as { refused?: string; invalid?: { field: string }[] }
  if (refused) return { refused }
  const fields = [...new Set(invalid?.map(({ field }) => field))].slice(0, 10)
  return { invalid: fields.join(' ') || String(status) }
}

/** It may have happened: asked again with the same key, it happens once. */
function toFault(request: Request, error: unknown, again: string | undefined): FormOutcome {
  request.app.locals.context.log.error({ err: error }, 'fault')
  return { fault: currentTraceId() ?? '0', ...(again && { again }) }
}

/** A path of this site with query and fragment, or nothing: an open redirect would lend our name to others. */
export function toLocalPath(text: string): string | null {
  if (!text.startsWith('/') || text.length > MAX_PATH || !URL.canParse(text, 'http://here')) return null
  const { host, pathname, search, hash } = new URL(text, 'http://here')
  // A path such as /.//elsewhere is normalised to one that browsers take for another host.
  return host === 'here' && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : null
}
