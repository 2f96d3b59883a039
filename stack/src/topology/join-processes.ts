import type { ProcessDeclaration } from '@fernweh/contracts/process'
import { PlainError } from '../plain-error.ts'

export type FoundProcess = ProcessDeclaration & {
  /** The workspace below the root that declares it. */
  folder: string
}

export interface Executable extends FoundProcess {
  /** All processes it sends requests to, simulators of third parties included; they start first. */
  callees: string[]
}

/** Adds whom each process calls. Throws one plain error where the declarations do not fit together. */
export function joinProcesses(found: FoundProcess[]): Executable[] {
  refuseDuplicates(found)
  const executables = found.map((declaration) => ({ ...declaration, callees: calleesOf(declaration, found) }))
  for (const { name, folder, callees } of executables) {
    const unknown = callees.find((callee) => !found.some((other) => other.name === callee))
    if (unknown)
      throw new PlainError(`${name} calls ${unknown}, which no workspace declares: see ${folder}/processes.ts.`)
  }
  refuseCircle(executables)
  return executables
}

function refuseDuplicates(found: FoundProcess[]) {
  const names = new Map<string, string>()
  for (const { name, folder } of found) {
    const other = names.get(name)
    if (other)
      throw new PlainError(`Two processes are called ${name}: see ${other}/processes.ts and ${folder}/processes.ts.`)
    names.set(name, folder)
  }
}

function calleesOf({ calls = {}, env = {}, thirdParty }: FoundProcess, found: FoundProcess[]): string[] {
  const namesOf = (select: (other: FoundProcess) => unknown) => found.filter(select).map(({ name }) => name)
  const reads = (placeholder: string) => Object.values(env).includes(placeholder)
  const callees = [
    ...(reads('{bffsFile}') ? namesOf(({ bff }) => bff) : []),
    ...Object.values(calls),
    ...(reads('{hooks}') ? namesOf((other) => other.thirdParty?.hook) : []),
    ...(thirdParty ? namesOf(({ replaces }) => replaces?.thirdParty === thirdParty.name) : []),
  ]
  return [...new Set(callees)]
}

function refuseCircle(executables: Executable[]) {
  let left = executables
  while (left.length) {
    const later = left.filter(({ callees }) => callees.some((callee) => left.some(({ name }) => name === callee)))
    if (later.length === left.length)
      throw new PlainError(`These processes call each other in a circle: ${left.map(({ name }) => name).join(', ')}.`)
    left = later
  }
}
