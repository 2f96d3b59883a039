import type { FindData } from '@fernweh/contracts/parts/search'
import type { PartProps } from '@fernweh/kit/browser/host'
import { Results } from '../features/find-experiences/Results.tsx'
import { SearchBox } from '../features/find-experiences/SearchBox.tsx'

export function Find({ data, host }: PartProps<FindData>) {
  return (
    <>
      <SearchBox q={data.q} />
      <Results {...data} host={host} />
    </>
  )
}
