import type { FragmentProps, FragmentState, Host } from './host.ts'

/** The same on server and browser, so that both render the same. */
export function toFragmentProps<Data>(
  { data, now, idempotencyKey, outcome }: FragmentState<Data>,
  host: Host,
): FragmentProps<Data> {
  return { data, host, now, idempotencyKey, outcome }
}
