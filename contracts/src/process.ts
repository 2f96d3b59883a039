/**
 * A process, as the `processes.ts` of its workspace declares it. The stack finds the declarations, joins and starts the processes.
 *
 * Values of the environment are templates with these placeholders:
 * `{natsUrl}` `{publicOrigin}` `{releasesDir}` `{stateDir}`; `{secret:NAME}` of the stack's own secrets;
 * `{url:PROCESS}` and `{port:PROCESS:VARIABLE}` of another process, whose variable is left out while that process does not run;
 * `{bffsFile}`, `{hooks}` and `{formTargets}`, which hold what all other declarations say.
 */
export interface ProcessDeclaration {
  /** Unique in the system. */
  name: string
  /** The file below `src`, or `dist`, without extension. */
  entry: string
  /** The database it reads and writes, whose address is in DATABASE_URL. */
  database?: string
  /** The processes it sends requests to, by the variable that holds their addresses; they start first. */
  calls?: Record<string, string>
  /** The micro-frontend whose data it answers for. */
  bff?: string
  /** Variables that hold further ports to listen on. */
  ports?: string[]
  /** People open its address: its port is so far above the public one, if that is free. */
  portOffset?: number
  /** Further environment, by variable. */
  env?: Record<string, string>
  thirdParty?: ThirdPartyUse
  replaces?: ThirdPartySimulation
}

/** A third party that a process sends requests to; only this process gets what the operator has configured of it. */
export interface ThirdPartyUse {
  name: string
  /** Variables that configure the real one: all of them are set, or none, and then a simulator replaces it. */
  variables: string[]
  /** Where the answer to a form may lead, when the third party is real. */
  formTarget?: string
  /** The third party's server calls this process at `/hooks/<name>`. */
  hook?: boolean
}

/** A simulator is not started when the real third party is configured, and there is never more than one of it. */
export interface ThirdPartySimulation {
  thirdParty: string
  /** Environment of the processes that use the third party, by variable. */
  provides: Record<string, string>
}
