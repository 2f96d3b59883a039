import type { FindData } from '@fernweh/contracts/fragments/search'
import { FindExperiences } from '../features/find-experiences/FindExperiences.tsx'
import type { TeamFragmentProps } from '../host.ts'

export function Find({ data, host }: TeamFragmentProps<FindData>) {
  return <FindExperiences first={data} host={host} />
}
