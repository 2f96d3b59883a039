import type { Versioned } from '@fernweh/contracts/feeds/feed'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Host } from '../host/host.ts'
import type { FeedHead } from './feed-rule.ts'
import type { ConnectionStatus } from './realtime-connection.ts'

/** Follows the feed of a read answer. `update` shows the answer of one's own command at once, unless it is older. */
export function useFeed<Data>(host: Host, read: Versioned<Data>) {
  const { feed } = read
  const [newest, setNewest] = useState(read)
  const shown = isNewer(newest, read) ? newest : read
  const update = useCallback(
    ({ version, data }: FeedHead<Data>) =>
      setNewest((before) => (isNewer(before, { feed, version }) ? before : { feed, version, data })),
    [feed],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the feed's name alone decides what is joined
  useEffect(() => host.realtime.join(feed, shown, update), [host, feed, update])
  return { data: shown.data, version: shown.version, status: useConnectionStatus(host), update }
}

type Version = Omit<Versioned<unknown>, 'data'>

/** False for a head of another feed: the same component may come to show another one. */
const isNewer = (one: Version, other: Version) => one.feed === other.feed && one.version >= other.version

export function useConnectionStatus({ realtime }: Host): ConnectionStatus {
  return useSyncExternalStore(realtime.onStatus, realtime.status, () => 'idle')
}
