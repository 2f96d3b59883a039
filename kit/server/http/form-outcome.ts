/** Outcomes of native forms in URLs, validated because anybody can write a URL. */
import { idempotencyKey } from '@fernweh/contracts/api/operation'
import { type FormOutcome, outcomeFields } from '@fernweh/contracts/browser/form-outcome'
import { z } from 'zod'

const readable = z.object({
  refused: z.string().regex(/^[a-z][a-z-]{0,79}$/),
  invalid: z.string().regex(/^[\w.-]{1,80}( [\w.-]{1,80}){0,9}$/),
  fault: z.string().regex(/^[0-9a-f]{1,64}$/),
  again: idempotencyKey,
  form: z.string().regex(/^[A-Za-z][\w-]{0,99}$/),
  typed: z.string().regex(/^[\w.-]{1,1600}$/),
}) satisfies z.ZodType<Required<FormOutcome>>

export function readOutcome({ searchParams }: URL): FormOutcome | null {
  const fields = outcomeFields.flatMap((name) => {
    const value = readable.shape[name].safeParse(searchParams.get(name))
    return value.success ? [[name, value.data]] : []
  })
  const outcome: FormOutcome = Object.fromEntries(fields)
  return outcome.refused || outcome.invalid || outcome.fault ? outcome : null
}

/** `page` is a local path; an earlier outcome in it is replaced, and the form becomes the fragment of the URL. */
export function withOutcome(page: string, outcome: FormOutcome): string {
  const url = withoutOutcome(new URL(page, 'http://here'))
  for (const name of outcomeFields) {
    const value = readable.shape[name].safeParse(outcome[name])
    if (value.success) url.searchParams.set(name, value.data)
  }
  if (url.searchParams.has('form')) url.hash = outcome.form ?? ''
  return `${url.pathname}${url.search}${url.hash}`
}

export function withoutOutcome(page: URL): URL {
  const url = new URL(page)
  for (const name of outcomeFields) url.searchParams.delete(name)
  return url
}
