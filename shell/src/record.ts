/** The first module of the page: nothing is loaded before the record is known and the policy stands. */
import type { PageRecord } from '@fernweh/contracts/release'

export interface LoadingRecord extends PageRecord {
  /** Retries by team: asked again under another URL, with the same pins. Read by the loading code of every build. */
  again: Record<string, number>
}

function readRecord(): LoadingRecord {
  const text = document.getElementById('release-record')?.textContent
  if (!text) throw new Error('The page has no release record')
  return { ...JSON.parse(text), again: {} }
}

export const record = readRecord()

Object.assign(globalThis, { __fernweh: record })

/** It is asked for under a name that stays; the policy of the page lets nothing but a worker come from there. */
export const WORKER = '/service-worker.js'

/** Scripts come from this origin and out of the record, whatever asks for them. */
export function admitScript(url: string): string {
  const { origin, pathname } = new URL(url, location.href)
  const isKnown = record.files[pathname] || (record.worker && pathname === WORKER)
  if (origin !== location.origin || !isKnown) throw new TypeError(`Not in this page’s record: ${url}`)
  return url
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown
}
;(globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', { createScriptURL: admitScript })
