import type { FindData } from '@fernweh/contracts/parts/search'
import type { PartProps } from '@fernweh/kit/browser/host'
import { FindExperiences } from '../features/find-experiences/FindExperiences.tsx'

export function Find({ data, host }: PartProps<FindData>) {
  return <FindExperiences first={data} host={host} />
}
