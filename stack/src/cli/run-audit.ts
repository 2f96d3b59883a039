import { executables } from '../topology/processes.ts'

/** One promise of a service, and whether it is kept. */
export interface Finding {
  process: string
  name: string
  ok: boolean
  detail: string
}

/** Each service of the running stack checks its own promises. A service that does not answer has broken the first. */
export async function auditStack({
  urls,
  opsToken,
}: {
  urls: Record<string, string>
  opsToken: string
}): Promise<Finding[]> {
  const services = executables.filter(({ folder }) => folder.startsWith('services/')).map(({ name }) => name)
  const answers = services.map((process) => audit(process, urls[process] as string, opsToken))
  return (await Promise.all(answers)).flat()
}

async function audit(process: string, url: string, opsToken: string): Promise<Finding[]> {
  try {
    const answer = await fetch(`${url}/ops/audit`, { method: 'POST', headers: { authorization: `Bearer ${opsToken}` } })
    if (!answer.ok) return [unanswered(process, `${answer.status} ${await answer.text()}`)]
    const { checks } = (await answer.json()) as { checks: Omit<Finding, 'process'>[] }
    return checks.map((check) => ({ process, ...check }))
  } catch (error) {
    return [unanswered(process, (error as Error).message)]
  }
}

function unanswered(process: string, detail: string): Finding {
  return { process, name: 'answers the audit', ok: false, detail }
}
