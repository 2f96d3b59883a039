/** `/service-worker.js`: the active shell's worker, under a name that stays. Browsers compare it with theirs at every visit. */
import type { Response } from 'express'
import type { Releases } from './active-releases.ts'
import type { Assets } from './assets.ts'

/** Served where the shell has no worker: removes what an earlier one installed. */
const RETIRED_WORKER = `
addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name)
  await registration.unregister()
})()))
`

export async function serveWorker({ assets, releases }: { assets: Assets; releases: Releases }, response: Response) {
  const file = releases.active()?.shell.worker
  const asset = file ? await assets.get(file) : null
  response.set({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-cache',
    'content-security-policy': "default-src 'none'; connect-src 'self'",
  })
  response.end(asset?.raw ?? RETIRED_WORKER)
}
