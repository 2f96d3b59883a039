/** Asks a team's bff for one fragment: a line of JSON, then the bytes that go inside its section. */
import type { UpstreamRequest } from '@fernweh/kit/server/http/upstream'
import type { Dispatcher } from 'undici'
import { z } from 'zod'

const MAX_BYTES = 2 * 1024 * 1024

const head = z.object({
  status: z.union([z.literal(200), z.literal(303), z.literal(404)]),
  title: z.string(),
  meta: z
    .object({
      location: z
        .string()
        .regex(/^\/(?![/\\])/)
        .optional(),
      description: z.string().optional(),
      /** Seconds after which a page without script looks again. */
      refresh: z.int().min(2).max(300).optional(),
    })
    .default({}),
  /** Pictures that are seen first, as elements for the page's head. */
  hints: z
    .string()
    .regex(/^(<link rel="preload" as="image"[^<>]*>)*$/)
    .default(''),
})

export interface Fragment extends z.output<typeof head> {
  html: string
}

export interface FragmentQuery {
  fragment: string
  release: string
  /** Path and query of the page. */
  url: string
  params: Record<string, string>
  headers: Record<string, string>
}

type Ask = (request: UpstreamRequest) => Promise<Dispatcher.ResponseData<null>>

export async function fetchFragment(ask: Ask, request: FragmentQuery, timeoutMs: number, signal: AbortSignal) {
  const answer = await ask({
    method: 'GET',
    path: toFragmentPath(request),
    headers: request.headers,
    timeoutMs,
    signal,
  })
  const text = await readText(answer)
  if (answer.statusCode !== 200) throw new Error(`${request.fragment} was answered with ${answer.statusCode}`)
  return parseFragment(text)
}

export function toFragmentPath({ fragment, release, url, params }: Omit<FragmentQuery, 'headers'>): string {
  const query = new URLSearchParams({ release, url, params: JSON.stringify(params) })
  return `/fragments/${fragment.split('/')[1]}?${query}`
}

/** Whole or not at all: a cut answer is an error, and nothing half is ever written. */
async function readText({ body }: Dispatcher.ResponseData<null>): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > MAX_BYTES) throw new Error('The fragment is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

export function parseFragment(text: string): Fragment {
  const end = text.indexOf('\n')
  if (end < 0) throw new Error('The fragment has no first line')
  return { ...head.parse(JSON.parse(text.slice(0, end))), html: text.slice(end + 1) }
}
