import { Notice } from '@fernweh/ui/feedback/Notice'
import { useMessages } from '../use-messages.ts'
import { Ways } from './LinkRow.tsx'

interface LookIntoYourMailProps {
  mailbox: string | null
  said: string
}

/** The same whether or not the address is known here: only its reader learns which. */
export function LookIntoYourMail({ mailbox, said }: LookIntoYourMailProps) {
  const { t } = useMessages()
  return (
    <>
      <Notice kind="calm">
        <p>{said}</p>
      </Notice>
      <p>{t('mail-sent.wait')}</p>
      {mailbox !== null && (
        <div>
          <p>{t('mail-sent.mailbox-lead')}</p>
          <Ways>
            <a href={mailbox}>{t('mail-sent.mailbox')}</a>
          </Ways>
        </div>
      )}
    </>
  )
}
