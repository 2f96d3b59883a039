import type { enterByMail } from '@fernweh/contracts/api/entrance'
import type { PartProps } from '@fernweh/kit/browser/host'
import { Button } from '@fernweh/ui/Button'
import { Form } from '../../forms/Form.tsx'
import { FormTrouble } from '../../forms/FormTrouble.tsx'
import { goOn, useForm } from '../../forms/use-form.ts'
import { TOO_MANY_TRIES } from '../../forms/words.ts'

const refusals = {
  'too-many-tries': { words: TOO_MANY_TRIES },
  'link-out-of-date': {
    words: (
      <>
        This link was used already, or it is too old. <a href="/sign-in">Sign in</a>, or{' '}
        <a href="/sign-up">sign up once more</a> to get a new one.
      </>
    ),
  },
}

/** One button, because programs that look through mail follow links; nobody is signed in by a look. */
export function ConfirmSignUpForm({ token, ...part }: Omit<PartProps<unknown>, 'data'> & { token: string }) {
  const form = useForm<typeof enterByMail>(part, 'POST /sign-up/confirm', { id: 'confirm', refusals, onDone: goOn })
  return (
    <Form form={form} page={`/sign-up/confirm?token=${token}`} hidden={{ token }}>
      <FormTrouble form={form} />
      <Button type="submit" kind="action" busy={form.busy}>
        Open my account
      </Button>
    </Form>
  )
}
