import type { PartySizeData } from '@fernweh/contracts/fragments/search'
import { PartySizeStepper } from '../features/choose-party-size/PartySizeStepper.tsx'
import type { TeamFragmentProps } from '../host.ts'

export function PartySize({ data, host }: TeamFragmentProps<PartySizeData>) {
  return <PartySizeStepper {...data} host={host} />
}
