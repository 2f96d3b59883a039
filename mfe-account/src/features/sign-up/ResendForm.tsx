import type { signUpInBrowser } from '@fernweh/contracts/api/browser-session'
import type { SignUpData } from '@fernweh/contracts/fragments/account'
import { useForm } from '@fernweh/kit/browser/forms/use-form'
import { Button } from '@fernweh/ui/forms/Button'
import { AccountForm } from '../../forms/AccountForm.tsx'
import { FormError } from '../../forms/FormError.tsx'
import { openNext } from '../../forms/open-next.ts'
import type { TeamFragmentProps } from '../../host.ts'
import { useMessages } from '../../messages/use-messages.ts'
import { toBaseLocale } from './SignUpForm.tsx'

interface ResendFormProps extends TeamFragmentProps<SignUpData> {
  name: string
  mail: string
}

/** The same sign-up once more: another mail with another link. */
export function ResendForm({ data: { next }, name, mail, ...fragment }: ResendFormProps) {
  const { t, locale } = useMessages()
  const form = useForm<typeof signUpInBrowser>(fragment, 'POST /sign-ups', {
    id: 'resend',
    page: `/sign-up?sent=1&next=${encodeURIComponent(next)}`,
    refusals: { 'too-many-tries': t('mail-sent.too-many') },
    onDone: openNext,
  })
  return (
    <AccountForm form={form} hidden={{ name, mail, locale: toBaseLocale(locale), next, resend: '1' }}>
      <FormError form={form} />
      <Button type="submit" busy={form.busy}>
        {t('mail-sent.resend')}
      </Button>
    </AccountForm>
  )
}
