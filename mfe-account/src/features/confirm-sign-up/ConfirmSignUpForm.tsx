import type { confirmSignUpInBrowser } from '@fernweh/contracts/api/browser-session'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { Button } from '@fernweh/ui/forms/Button'
import { PasswordField } from '../../fields/PasswordField.tsx'
import { Form } from '../../forms/Form.tsx'
import { FormTrouble } from '../../forms/FormTrouble.tsx'
import { goOn, useForm } from '../../forms/use-form.ts'
import { LinkRow } from '../../layout/LinkRow.tsx'
import { useMessages } from '../../use-messages.ts'

/** A form, because programs that look through mail follow links; with the password, because somebody else may have asked. */
export function ConfirmSignUpForm({ token, ...fragment }: Omit<FragmentProps<unknown>, 'data'> & { token: string }) {
  const { t } = useMessages()
  const form = useForm<typeof confirmSignUpInBrowser>(fragment, 'POST /sign-up/confirm', {
    id: 'confirm',
    labels: { password: t('confirm.password') },
    refusals: {
      'too-many-tries': { words: <p>{t('form.too-many-attempts')}</p> },
      'wrong-password': { field: 'password', words: t('confirm.wrong-password') },
      'link-out-of-date': {
        words: (
          <>
            <p>{t('confirm.expired-link')}</p>
            <LinkRow>
              <a href="/sign-in">{t('menu.sign-in')}</a>
              <a href="/sign-up">{t('confirm.sign-up-again')}</a>
            </LinkRow>
          </>
        ),
      },
    },
    onDone: goOn,
  })
  return (
    <Form form={form} page={`/sign-up/confirm?token=${token}`} hidden={{ token }}>
      <FormTrouble form={form} />
      <PasswordField {...form.field('password')} />
      <Button type="submit" kind="action" busy={form.busy}>
        {t('confirm.button')}
      </Button>
    </Form>
  )
}
