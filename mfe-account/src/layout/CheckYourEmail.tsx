import { Notice } from '@fernweh/ui/feedback/Notice'
import type { ReactNode } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import { LinkRow } from './LinkRow.tsx'

interface CheckYourEmailProps {
  mailbox: string | null
  message: string
  children?: ReactNode
}

/** Shown whether or not the address has an account, so that the page does not reveal which addresses do. */
export function CheckYourEmail({ mailbox, message: said, children }: CheckYourEmailProps) {
  const { t } = useMessages()
  return (
    <>
      <Notice kind="calm">
        <p>{said}</p>
      </Notice>
      <p>{t('mail-sent.wait')}</p>
      {children}
      {mailbox !== null && (
        <div>
          <p>{t('mail-sent.demo')}</p>
          <LinkRow>
            <a href={mailbox}>{t('mail-sent.open-inbox')}</a>
          </LinkRow>
        </div>
      )}
    </>
  )
}
