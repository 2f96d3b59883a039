/** The first module of the page: reads its release record and creates the Trusted Types policy before anything is loaded. */
import type { PageRecord } from '@fernweh/contracts/release'

export interface LoadingRecord extends PageRecord {
  /** Retries by team, each under another URL with the same integrity. Read by the loading code of every release, so the name stays. */
  again: Record<string, number>
}

function readRecord(): LoadingRecord {
  const text = document.getElementById('release-record')?.textContent
  if (!text) throw new Error('The page has no release record')
  return { ...JSON.parse(text), again: {} }
}

export const record = readRecord()

Object.assign(globalThis, { __fernweh: record })

/** The worker's URL is the same in every release; the page's policy admits it for a worker only. */
export const WORKER = '/service-worker.js'

/** Admits scripts of this origin that are in the record. */
export function admitScript(url: string): string {
  const { origin, pathname } = new URL(url, location.href)
  const isKnown = record.files[pathname] || (record.worker && pathname === WORKER)
  if (origin !== location.origin || !isKnown) throw new TypeError(`${url} is not in this page’s record`)
  return url
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown
}
;(globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', { createScriptURL: admitScript })
