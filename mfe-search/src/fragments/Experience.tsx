import type { ExperienceData } from '@fernweh/contracts/fragments/search'
import { PartySizeStepper } from '../features/choose-party-size/PartySizeStepper.tsx'
import { Details } from '../features/read-experience/Details.tsx'
import { NotFound } from '../features/read-experience/NotFound.tsx'
import type { TeamFragmentProps } from '../host.ts'

export function Experience({ data, host }: TeamFragmentProps<ExperienceData>) {
  const { page, seats, experience, hostName, inOriginal } = data
  if (experience === null) return <NotFound />
  return (
    <Details experience={experience} hostName={hostName} page={page} inOriginal={inOriginal} host={host}>
      <PartySizeStepper experienceId={experience.data.experienceId} requested={seats} host={host} />
    </Details>
  )
}
