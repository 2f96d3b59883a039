import type { DemoAccountsData } from '@fernweh/contracts/fragments/account'
import { DemoAccountList } from '../features/sign-in/DemoAccountList.tsx'
import type { TeamFragmentProps } from '../host.ts'
import { RoleNote } from '../layout/RoleNote.tsx'
import { useMessages } from '../messages/use-messages.ts'

export function DemoAccounts({ data: { person, people, next } }: TeamFragmentProps<DemoAccountsData>) {
  const { t } = useMessages()
  const others = people.filter(({ accountId }) => accountId !== person?.accountId)
  const title = person === null ? t('demo-accounts.title') : t('demo-accounts.title-signed-in', { name: person.name })
  return (
    <>
      {person !== null && <RoleNote role={person.role} />}
      {others.length > 0 && <DemoAccountList title={title} people={others} next={next} />}
    </>
  )
}
