import { readRunningStack } from '../state/running-stack.ts'
import { auditLine, readTarget } from './options.ts'
import { auditStack, toReport } from './run-audit.ts'

/** `npm run audit`: fails when a service of the running stack has broken a promise, or could not check one in time. */
export async function main(args: string[]) {
  const stack = readRunningStack(readTarget(auditLine, args).stack)
  const { lines, exitCode } = toReport(await auditStack(stack, { note: (line) => console.log(line) }))
  for (const line of lines) console.log(line)
  process.exit(exitCode)
}
