import { Notice } from '@fernweh/ui/Notice'
import type { ReactNode } from 'react'

interface LookIntoYourMailProps {
  mailbox: string | null
  children: ReactNode
}

/** The same whether or not the address is known here: only its reader learns which. */
export function LookIntoYourMail({ mailbox, children }: LookIntoYourMailProps) {
  return (
    <>
      <Notice kind="calm">{children}</Notice>
      <p>It can take a minute. If nothing comes, look among the unwanted mail, or check the address and ask again.</p>
      {mailbox !== null && (
        <p>
          This Fernweh runs for trying out and sends no mail anywhere: <a href={mailbox}>open its mailbox</a>.
        </p>
      )}
    </>
  )
}
