import type { BusEvents } from '@fernweh/contracts/browser/bus-events'
import type { FragmentProps as AnyFragmentProps, Host as AnyHost } from '@fernweh/kit/browser/host/host'

export type TeamHost = AnyHost<BusEvents>
export type TeamFragmentProps<Data> = AnyFragmentProps<Data, BusEvents>
