/** Operations: one definition for the service that answers, the bff that calls it and the browser's types. */
import { z } from 'zod'

type Empty = z.ZodObject<Record<never, never>>
const empty: Empty = z.object({})

export interface Operation<
  Name extends string = string,
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
  Refusal extends string = string,
> {
  /** `METHOD /path/:param`, as in express. */
  name: Name
  params: Params
  query: Query
  body: Body
  answer: Answer
  refusals: readonly Refusal[]
}

export function operation<
  const Name extends string,
  const Refusal extends string = never,
  Params extends z.ZodType = Empty,
  Query extends z.ZodType = Empty,
  Body extends z.ZodType = Empty,
  Answer extends z.ZodType = Empty,
>(definition: {
  name: Name
  params?: Params
  query?: Query
  body?: Body
  answer: Answer
  refusals?: readonly Refusal[]
}): Operation<Name, Params, Query, Body, Answer, Refusal> {
  return {
    params: empty as unknown as Params,
    query: empty as unknown as Query,
    body: empty as unknown as Body,
    refusals: [],
    ...definition,
  }
}

export type ParamsOf<O extends Operation> = z.output<O['params']>
export type QueryOf<O extends Operation> = z.output<O['query']>
export type BodyOf<O extends Operation> = z.output<O['body']>
export type AnswerOf<O extends Operation> = z.output<O['answer']>
export type RefusalOf<O extends Operation> = O['refusals'][number]

/** A decision against the request; answered with HTTP 409 and handled exhaustively by the caller. */
export interface Refused<Reason extends string = string> {
  refused: Reason
}
export function isRefused<Reason extends string>(answer: unknown): answer is Refused<Reason> {
  return typeof answer === 'object' && answer !== null && 'refused' in answer
}

/** A row of an import that was rejected, and why; the others were imported. `row` is a path of the body, e.g. `visits.3`. */
export const rejectedRow = z.object({ row: z.string(), reason: z.string() })
export type RejectedRow = z.infer<typeof rejectedRow>

/** Body of a 400: the invalid field and the reason. */
export interface Invalid {
  invalid: { field: string; problem: string }[]
}

/** Header of every command; the key is created when the form is rendered, so that a repeated submission counts once. */
export const idempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{8,80}$/)
