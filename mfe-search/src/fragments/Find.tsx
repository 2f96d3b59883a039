import type { FindData } from '@fernweh/contracts/fragments/search'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { FindExperiences } from '../features/find-experiences/FindExperiences.tsx'

export function Find({ data, host }: FragmentProps<FindData>) {
  return <FindExperiences first={data} host={host} />
}
