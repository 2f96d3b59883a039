import type { PeopleData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { DemoPeople } from '../features/sign-in/DemoPeople.tsx'
import { useWords } from '../words.ts'

export function People({ data: { person, people, next } }: PartProps<PeopleData>) {
  const { t } = useWords()
  const others = people.filter(({ accountId }) => accountId !== person?.accountId)
  if (others.length === 0) return null
  const title = person === null ? t('people.title') : t('people.title-signed-in', { name: person.name })
  return <DemoPeople title={title} people={others} next={next} />
}
