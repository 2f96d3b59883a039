import type { FragmentProps, FragmentState, Host } from '../host/host.ts'

/** The same on server and browser, so that both render the same. */
export function toFragmentProps<Data, Events extends object>(
  { data, now, idempotencyKey, outcome }: FragmentState<Data>,
  host: Host<Events>,
): FragmentProps<Data, Events> {
  return { data, host, now, idempotencyKey, outcome }
}
