import type { signUpInBrowser } from '@fernweh/contracts/api/browser-session'
import type { SignUpData } from '@fernweh/contracts/fragments/account'
import { useForm } from '@fernweh/kit/browser/forms/use-form'
import { Button } from '@fernweh/ui/forms/Button'
import { MailField } from '../../fields/MailField.tsx'
import { NameField } from '../../fields/NameField.tsx'
import { AccountForm } from '../../forms/AccountForm.tsx'
import { FormError } from '../../forms/FormError.tsx'
import { openNext } from '../../forms/open-next.ts'
import { useInvalidMessages } from '../../forms/use-invalid-messages.ts'
import { useKeptFields } from '../../forms/use-kept-fields.ts'
import type { TeamFragmentProps } from '../../host.ts'
import { useMessages } from '../../messages/use-messages.ts'

/** The password is chosen once the address is confirmed, so that nobody chooses one for somebody else's address. */
export function SignUpForm({ data: { next, typed }, ...fragment }: TeamFragmentProps<SignUpData>) {
  const { t, locale } = useMessages()
  const kept = useKeptFields('sign-up', ['name', 'mail'])
  const form = useForm<typeof signUpInBrowser>(fragment, 'POST /sign-ups', {
    id: 'sign-up',
    page: `/sign-up?next=${encodeURIComponent(next)}`,
    invalid: useInvalidMessages(),
    labels: { name: t('form.name'), mail: t('form.mail') },
    refusals: { 'too-many-tries': t('mail-sent.too-many') },
    onDone(answer) {
      kept.forget()
      openNext(answer)
    },
  })
  return (
    <div ref={kept.ref} onInput={kept.keep}>
      <AccountForm form={form} hidden={{ locale: toBaseLocale(locale), next }}>
        <FormError form={form} />
        <NameField {...form.field('name')} typed={typed.name} />
        <MailField {...form.field('mail')} typed={typed.mail} />
        <Button type="submit" kind="action" busy={form.busy}>
          {t('sign-up.button')}
        </Button>
      </AccountForm>
    </div>
  )
}

/** The profile is in the language of the page, whatever digits the page is written with. */
export const toBaseLocale = (locale: string) => new Intl.Locale(locale).baseName
