import { setTimeout as sleep } from 'node:timers/promises'
import type { Stack } from '@fernweh/stack/topology/start-stack'
import { type Bench, type BenchOptions, type Row, row } from '../report/bench.ts'
import { percentile } from '../report/statistics.ts'
import { withStack } from '../with-stack.ts'

/** The gateway signs an identity that it then uses again: both browsers have been seen by it before the sign-out. */
export const signOuts: Bench = {
  against: 'the same request of the account page while nobody signs out',
  runs: 60,
  run(options) {
    const env = { accounts: { SIGN_IN_TRIES_PER_NETWORK: '1000' } }
    return withStack({ log: options.log, env }, (stack) => measure(stack, options))
  },
}

async function measure(stack: Stack, { runs, quick, log }: BenchOptions): Promise<Row[]> {
  const samples: { ended: number; request: number }[] = []
  for (let i = 0; i < (quick ? 3 : runs); i++) {
    if (i % 20 === 0) log(`sign-out ${i}`)
    samples.push(await signOutElsewhere(stack))
  }
  return [0.5, 0.99].map((p) =>
    row({
      what: `sign-out everywhere → another browser is signed out, p${p * 100}`,
      value: percentile(
        samples.map(({ ended }) => ended),
        p,
      ),
      unit: 'ms',
      against: percentile(
        samples.map(({ request }) => request),
        p,
      ),
    }),
  )
}

/** Milliseconds until the other browser is signed out, and of one request of its page. */
async function signOutElsewhere({ url }: Stack): Promise<{ ended: number; request: number }> {
  const [here, other] = [await signIn(url), await signIn(url)]
  await isSignedIn(url, other)
  const before = performance.now()
  if (!(await isSignedIn(url, other))) throw new Error('the other browser was not signed in')
  const request = performance.now() - before
  await post(url, '/api/account/sign-out-everywhere', { page: '/account' }, here)
  const began = performance.now()
  while (await isSignedIn(url, other)) await sleep(1)
  return { ended: performance.now() - began, request }
}

/** Returns the cookie of a new session. */
async function signIn(url: string): Promise<string> {
  const answer = await post(url, '/api/account/demo-sign-in', { accountId: 'emil', page: '/sign-in', next: '/' })
  const [cookie] = answer.headers.getSetCookie()
  if (!cookie) throw new Error(`the sign-in was answered ${answer.status} without a cookie`)
  return cookie.split(';')[0] as string
}

/** The account page redirects those who are not signed in. */
async function isSignedIn(url: string, cookie: string): Promise<boolean> {
  const answer = await fetch(`${url}/account`, { headers: { cookie }, redirect: 'manual' })
  await answer.arrayBuffer()
  return answer.status === 200
}

async function post(url: string, path: string, form: Record<string, string>, cookie = ''): Promise<Response> {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { cookie, origin: url, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(form),
    redirect: 'manual',
  })
  await answer.arrayBuffer()
  if (answer.status !== 303) throw new Error(`${path} was answered ${answer.status}`)
  return answer
}
