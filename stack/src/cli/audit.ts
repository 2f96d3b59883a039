import { readRunningStack } from '../state/running-stack.ts'
import { auditLine, readTarget } from './options.ts'
import { auditStack } from './run-audit.ts'

/** `npm run audit`: fails when a service of the running stack has broken a promise. */
export async function main(args: string[]) {
  const findings = await auditStack(readRunningStack(readTarget(auditLine, args).name))
  for (const { process, name, ok, detail } of findings)
    console.log(`${ok ? '✓' : '✗'} ${process}: ${name}${detail && ` (${detail})`}`)
  const broken = findings.filter(({ ok }) => !ok).length
  console.log(`${findings.length - broken} passed, ${broken} failed`)
  process.exit(broken || !findings.length ? 1 : 0)
}
