/** Third parties: those the operator's environment configures, or simulators of them. */
import type { ThirdPartyUse } from '@fernweh/contracts/process'
import { PlainError } from '../plain-error.ts'
import type { Executable } from './join-processes.ts'
import { executables } from './processes.ts'

const uses = executables.flatMap(({ thirdParty }) => thirdParty ?? [])

/** Given only to the process that uses the third party. */
export const isSecret = (variable: string) => uses.some(({ variables }) => variables.includes(variable))

/** What the environment says of it; null when a simulator replaces it. */
export function configured({ variables }: ThirdPartyUse, env = process.env): Record<string, string> | null {
  const missing = variables.filter((name) => !env[name])
  if (missing.length === variables.length) return null
  if (missing.length) throw new PlainError(`${missing} is missing: set ${variables.join(' and ')}, or neither.`)
  return Object.fromEntries(variables.map((name) => [name, env[name] as string]))
}

/** A simulator is needed where a process uses its third party and the operator has not configured that. */
export function isNeeded({ replaces }: Executable): boolean {
  return !replaces || uses.some((use) => use.name === replaces.thirdParty && configured(use) === null)
}

export function simulatorOf({ name }: ThirdPartyUse): Executable | undefined {
  return executables.find(({ replaces }) => replaces?.thirdParty === name)
}
