import type { saveProfile } from '@fernweh/contracts/api/entrance'
import type { AccountData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { Button } from '@fernweh/ui/Button'
import { Field } from '@fernweh/ui/Field'
import { Notice, Notices } from '@fernweh/ui/Notice'
import { SelectField } from '../../fields/SelectField.tsx'
import { Form } from '../../forms/Form.tsx'
import { FormTrouble } from '../../forms/FormTrouble.tsx'
import { useForm } from '../../forms/use-form.ts'
import { ChangedElsewhere } from './ChangedElsewhere.tsx'
import { currencies, locales } from './choices.ts'
import { InterestsField } from './InterestsField.tsx'
import { toShown } from './typed-profile.ts'
import { useStored } from './use-stored.ts'

/** Shown beside what was saved there. */
const refusals = { 'changed-elsewhere': { words: null } }

interface ProfileFormProps extends PartProps<AccountData> {
  saved: boolean
  onSaved: (name: string) => void
}

export function ProfileForm({ data, saved, onSaved, ...part }: ProfileFormProps) {
  const form = useForm<typeof saveProfile>(part, 'POST /profile', {
    id: 'profile',
    refusals,
    onDone: (answer) => {
      tell(answer)
      onSaved(answer.profile.name)
    },
  })
  const { stored, typed, tell } = useStored(part.host, form, data)
  const shown = toShown(data.profile, data.typed)
  return (
    <Form form={form} page="/account" hidden={{ version: String(stored.version) }}>
      <Notices>{typed !== null && <ChangedElsewhere stored={stored.profile} typed={typed} />}</Notices>
      <FormTrouble form={form} next="/account" />
      <Field id="profile-name" label="Name" hint="Shown beside your reviews." error={form.errorOf('name')}>
        {(control) => (
          <input {...control} name="name" defaultValue={shown.name} autoComplete="name" required maxLength={80} />
        )}
      </Field>
      <Field id="profile-city" label="Home city" error={form.errorOf('homeCity')}>
        {(control) => (
          <input
            {...control}
            name="homeCity"
            defaultValue={shown.homeCity ?? ''}
            autoComplete="address-level2"
            maxLength={80}
          />
        )}
      </Field>
      <SelectField
        id="profile-locale"
        name="locale"
        label="Dates and numbers as in"
        value={shown.locale}
        choices={locales}
      />
      <SelectField id="profile-currency" name="currency" label="Currency" value={shown.currency} choices={currencies} />
      <InterestsField chosen={shown.interests} error={form.errorOf('interests')} />
      <Notices>{saved && <Notice kind="calm">Your profile is saved.</Notice>}</Notices>
      <Button type="submit" kind="action" busy={form.busy}>
        Save my profile
      </Button>
    </Form>
  )
}
