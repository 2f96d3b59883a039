import type { BusEvents } from '@fernweh/contracts/browser/bus-events'
import type { FragmentProps as AnyFragmentProps, Host as AnyHost } from '@fernweh/kit/browser/host'

export type Host = AnyHost<BusEvents>
export type FragmentProps<Data> = AnyFragmentProps<Data, BusEvents>
