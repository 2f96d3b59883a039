import { useEffect, useState } from 'react'
import type { Host } from './host.ts'

/** The last message of a type, `initial` before there is one; a fragment that mounts late gets the last one too. */
export function useBus<Events extends object, Type extends keyof Events, Initial>(
  host: Pick<Host<Events>, 'bus'>,
  type: Type,
  initial: Initial,
): Events[Type] | Initial {
  const [message, setMessage] = useState<Events[Type] | Initial>(initial)
  useEffect(() => host.bus.on(type, setMessage, { replay: true }), [host, type])
  return message
}
