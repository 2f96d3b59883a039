import type { BusEvents } from '@fernweh/contracts/browser/bus-events'
import { useEffect, useState } from 'react'
import type { Host } from './host.ts'

/** The last message of a type, `initial` until one is heard; a fragment that mounts late hears what was said before. */
export function useBus<Type extends keyof BusEvents, Initial>(
  host: Host,
  type: Type,
  initial: Initial,
): BusEvents[Type] | Initial {
  const [message, setMessage] = useState<BusEvents[Type] | Initial>(initial)
  useEffect(() => host.bus.on(type, setMessage, { replay: true }), [host, type])
  return message
}
