/** A fragment as a team's bff answers it: a line of JSON, then the bytes that go inside its section. */
import type { UpstreamRequest } from '@fernweh/kit/server/http/upstream'
import type { Dispatcher } from 'undici'
import { z } from 'zod'

const MAX_BYTES = 2 * 1024 * 1024

const localPath = z.string().regex(/^\/(?![/\\])/)

const fragmentHead = z.object({
  status: z.union([z.literal(200), z.literal(303), z.literal(404)]),
  title: z.string(),
  meta: z
    .object({
      location: localPath.optional(),
      description: z.string().optional(),
      /** Seconds after which a page without script is loaded again. */
      refresh: z.int().min(2).max(300).optional(),
      /** Path and query under which others find and share the page. */
      canonical: localPath.optional(),
      /** Path of the picture shown beside a shared link. */
      picture: localPath.optional(),
      /** What the page is about, in the words of schema.org. */
      structured: z.record(z.string(), z.unknown()).optional(),
    })
    .default({}),
  /** `<link>` elements for the page's head, of pictures that are seen first. */
  preloads: z
    .string()
    .regex(/^(<link rel="preload" as="image"[^<>]*>)*$/)
    .default(''),
})

export interface Fragment extends z.output<typeof fragmentHead> {
  html: string
}

export interface FragmentQuery {
  fragment: string
  release: string
  url: string
  params: Record<string, string>
  headers: Record<string, string>
}

type SendRequest = (request: UpstreamRequest) => Promise<Dispatcher.ResponseData<null>>

export async function fetchFragment(
  send: SendRequest,
  query: FragmentQuery,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<Fragment> {
  const { headers, fragment } = query
  const answer = await send({ method: 'GET', path: toFragmentPath(query), headers, timeoutMs, signal })
  const text = await readText(answer)
  if (answer.statusCode !== 200) throw new Error(`The bff answered ${answer.statusCode} for ${fragment}`)
  return parseFragment(text)
}

export function toFragmentPath({ fragment, release, url, params }: Omit<FragmentQuery, 'headers'>): string {
  const query = new URLSearchParams({ release, url, params: JSON.stringify(params) })
  return `/fragments/${fragment.split('/')[1]}?${query}`
}

/** Whole or not at all: an answer that breaks off is an error, and nothing half is ever written. */
async function readText({ body }: Dispatcher.ResponseData<null>): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > MAX_BYTES) throw new Error(`The fragment is larger than ${MAX_BYTES} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

export function parseFragment(text: string): Fragment {
  const end = text.indexOf('\n')
  if (end < 0) throw new Error('The fragment has no first line')
  return { ...fragmentHead.parse(JSON.parse(text.slice(0, end))), html: text.slice(end + 1) }
}
