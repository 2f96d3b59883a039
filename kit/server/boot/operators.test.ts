import { afterAll, beforeAll, expect, it } from 'vitest'
import { OPS_TOKEN, startTestProcess, type TestProcess } from '../../testing/process.ts'
import type { AuditCheck } from '../event-log/audit.ts'
import { serveAudit } from './operators.ts'

let audit: () => Promise<AuditCheck[]>
let service: TestProcess
beforeAll(async () => {
  service = await startTestProcess((app) => serveAudit(app, () => audit()))
})
afterAll(() => service.context.stop())

async function requestAudit() {
  const headers = { authorization: `Bearer ${OPS_TOKEN}` }
  const answer = await fetch(`${service.url}/ops/audit`, { method: 'POST', headers })
  return { status: answer.status, body: await answer.json() }
}

it('an audit answers what it has checked', async () => {
  const checks = [{ name: 'no table is taken twice', ok: false, detail: '1 of 9' }]
  audit = async () => checks
  expect(await requestAudit()).toEqual({ status: 200, body: { checks } })
})

it('an audit that takes too long says so, and that nothing was found broken', async () => {
  audit = () => Promise.reject(new Error('canceling statement due to statement timeout'))
  const checks = [{ name: 'every promise', ok: null, detail: 'canceling statement due to statement timeout' }]
  expect(await requestAudit()).toEqual({ status: 200, body: { checks } })
})
