import { stateFolder } from '../folders.ts'
import { executables } from '../processes.ts'
import { readRunningStack } from '../running.ts'

interface Check {
  name: string
  ok: boolean
  detail: string
}

/** `npm run audit`: each service of the running stack checks its own promises; fails when one is broken. */
export async function main() {
  const { urls, opsToken } = readRunningStack(stateFolder('main'))
  const services = executables.filter(({ folder }) => folder.startsWith('services/')).map(({ name }) => name)
  const answers = await Promise.all(
    services.map(async (name) => ({ name, checks: await audit(urls[name] as string, opsToken) })),
  )
  const lines = answers.flatMap(({ name, checks }) => checks.map((check) => ({ process: name, ...check })))
  for (const { process, name, ok, detail } of lines)
    console.log(`${ok ? '✓' : '✗'} ${process}: ${name}${detail && ` (${detail})`}`)
  const broken = lines.filter(({ ok }) => !ok).length
  console.log(`${lines.length - broken} passed, ${broken} failed`)
  process.exit(broken || !lines.length ? 1 : 0)
}

async function audit(url: string, opsToken: string): Promise<Check[]> {
  try {
    const answer = await fetch(`${url}/ops/audit`, { method: 'POST', headers: { authorization: `Bearer ${opsToken}` } })
    if (!answer.ok) return [unanswered(`${answer.status} ${await answer.text()}`)]
    const { checks } = (await answer.json()) as { checks: Check[] }
    return checks
  } catch (error) {
    return [unanswered((error as Error).message)]
  }
}

function unanswered(detail: string): Check {
  return { name: 'answers the audit', ok: false, detail }
}
