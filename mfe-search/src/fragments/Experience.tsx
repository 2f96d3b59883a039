import type { ExperienceData } from '@fernweh/contracts/fragments/search'
import { Details } from '../features/read-experience/Details.tsx'
import { NotFound } from '../features/read-experience/NotFound.tsx'
import type { TeamFragmentProps } from '../host.ts'

export function Experience({ data, host }: TeamFragmentProps<ExperienceData>) {
  const { experience, ...details } = data
  return experience === null ? <NotFound /> : <Details experience={experience} {...details} host={host} />
}
