import { setTimeout as delay } from 'node:timers/promises'
import { executables } from '../topology/processes.ts'

/** One promise of a service, and whether it is kept; null when that could not be found out in time. */
export interface Finding {
  process: string
  name: string
  ok: boolean | null
  detail: string
}

const ANSWER_TIMEOUT_MS = 120_000
/** Pauses before each further question: what makes a service late is mostly load, which passes. */
const WAITS_MS = [2_000, 5_000, 15_000]

interface Options {
  waitsMs?: number[]
  /** Gets a line for every wait. */
  note?: (line: string) => void
}

interface Target {
  process: string
  url: string
  opsToken: string
}

/** Each service of the running stack checks its own promises. One that cannot in time is asked again a few times. */
export async function auditStack(
  { urls, opsToken }: { urls: Record<string, string>; opsToken: string },
  options: Options = {},
): Promise<Finding[]> {
  const services = executables.filter(({ folder }) => folder.startsWith('services/')).map(({ name }) => name)
  const answers = services.map((process) => auditProcess({ process, url: urls[process] as string, opsToken }, options))
  return (await Promise.all(answers)).flat()
}

async function auditProcess(target: Target, { waitsMs = WAITS_MS, note = () => {} }: Options): Promise<Finding[]> {
  let findings = await requestAudit(target)
  for (const wait of waitsMs) {
    if (!isWorthRepeating(findings)) break
    note(`… ${target.process}: not checked in time, asked again in ${wait / 1000} s`)
    await delay(wait)
    findings = await requestAudit(target)
  }
  return findings
}

/** A promise that was seen broken stays the answer: another question could lose it. */
const isWorthRepeating = (findings: Finding[]) =>
  findings.some(({ ok }) => ok === null) && !findings.some(({ ok }) => ok === false)

async function requestAudit({ process, url, opsToken }: Target): Promise<Finding[]> {
  try {
    const answer = await fetch(`${url}/ops/audit`, {
      method: 'POST',
      headers: { authorization: `Bearer ${opsToken}` },
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    })
    if (!answer.ok) return [unanswered(process, `${answer.status} ${await answer.text()}`)]
    const { checks } = (await answer.json()) as { checks: Omit<Finding, 'process'>[] }
    return checks.map((check) => ({ process, ...check }))
  } catch (error) {
    const { message, cause } = error as Error
    return [unanswered(process, (cause as Error | undefined)?.message ?? message)]
  }
}

function unanswered(process: string, detail: string): Finding {
  return { process, name: 'every promise', ok: null, detail }
}

/** Lines to print, and the exit code: 1 when a promise is broken, 2 when none is but some were not checked. */
export function toReport(findings: Finding[]): { lines: string[]; exitCode: number } {
  const count = (wanted: boolean | null) => findings.filter(({ ok }) => ok === wanted).length
  const [kept, broken, unchecked] = [count(true), count(false), count(null)]
  const summary = `${kept} passed, ${broken} failed${unchecked ? `, ${unchecked} not checked in time` : ''}`
  return { lines: [...findings.map(toLine), summary], exitCode: broken || !findings.length ? 1 : unchecked ? 2 : 0 }
}

function toLine({ process, name, ok, detail }: Finding): string {
  if (ok === null) return `? ${process}: ${name}: not checked in time${detail && ` (${detail})`}`
  return `${ok ? '✓' : '✗'} ${process}: ${name}${detail && ` (${detail})`}`
}
