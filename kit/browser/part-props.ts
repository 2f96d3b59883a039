import type { Host, PartProps, PartState } from './host.ts'

/** The same on server and browser, so that both render the same. */
export function toProps<Data>({ data, now, intention, outcome }: PartState<Data>, host: Host): PartProps<Data> {
  return { data, host, now, intention, outcome }
}
