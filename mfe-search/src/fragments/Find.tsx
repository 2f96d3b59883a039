import type { FindData } from '@fernweh/contracts/fragments/search'
import { FindExperiences } from '../features/find-experiences/FindExperiences.tsx'
import type { FragmentProps } from '../host.ts'

export function Find({ data, host }: FragmentProps<FindData>) {
  return <FindExperiences first={data} host={host} />
}
