import type { Versioned } from '@fernweh/contracts/feeds/feed'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { FeedHead } from './feed-rule.ts'
import type { Host } from './host.ts'
import type { ConnectionStatus } from './realtime-connection.ts'

/**
 * Shows a read answer and keeps it current. `update` takes the answer of the reader's own command, so that they see it at
 * once; an older one is ignored.
 */
export function useFeed<Data>(host: Host, read: Versioned<Data>) {
  const [head, setHead] = useState<FeedHead<Data>>(read)
  const update = useCallback((next: FeedHead<Data>) => {
    setHead((mine) => (next.version > mine.version ? { version: next.version, data: next.data } : mine))
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the feed's name alone decides what is joined
  useEffect(() => host.realtime.join(read.feed, head, update), [host, read.feed, update])
  return { data: head.data, version: head.version, status: useConnectionStatus(host), update }
}

export function useConnectionStatus({ realtime: live }: Host): ConnectionStatus {
  return useSyncExternalStore(live.onStatus, live.status, () => 'idle')
}
