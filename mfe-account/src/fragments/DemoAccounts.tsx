import type { DemoAccountsData } from '@fernweh/contracts/fragments/account'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { DemoPeople } from '../features/sign-in/DemoAccountList.tsx'
import { useMessages } from '../use-messages.ts'

export function People({ data: { person, people, next } }: FragmentProps<DemoAccountsData>) {
  const { t } = useMessages()
  const others = people.filter(({ accountId }) => accountId !== person?.accountId)
  if (others.length === 0) return null
  const title = person === null ? t('people.title') : t('people.title-signed-in', { name: person.name })
  return <DemoPeople title={title} people={others} next={next} />
}
