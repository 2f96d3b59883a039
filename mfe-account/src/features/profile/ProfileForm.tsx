import type { saveProfile } from '@fernweh/contracts/api/browser-session'
import { toCityChoices } from '@fernweh/contracts/browser/city-names'
import type { AccountData } from '@fernweh/contracts/fragments/account'
import { useForm } from '@fernweh/kit/browser/forms/use-form'
import { Notice, Notices } from '@fernweh/ui/feedback/Notice'
import { Button } from '@fernweh/ui/forms/Button'
import { Select } from '@fernweh/ui/forms/Select'
import { NameField } from '../../fields/NameField.tsx'
import { AccountForm } from '../../forms/AccountForm.tsx'
import { FormError } from '../../forms/FormError.tsx'
import { useInvalidMessages } from '../../forms/use-invalid-messages.ts'
import type { TeamFragmentProps } from '../../host.ts'
import { useMessages } from '../../messages/use-messages.ts'
import { ChangedElsewhere } from './ChangedElsewhere.tsx'
import { locales } from './choices.ts'
import { toShown } from './entered-profile.ts'
import { InterestsField } from './InterestsField.tsx'
import { useStoredProfile } from './use-stored-profile.ts'

/** Shown by `ChangedElsewhere`. */
const refusals = { 'changed-elsewhere': { message: null } }

interface ProfileFormProps extends TeamFragmentProps<AccountData> {
  saved: boolean
  onSaved: (name: string) => void
}

export function ProfileForm({ data, saved, onSaved, ...fragment }: ProfileFormProps) {
  const { t, locale } = useMessages()
  const labels = {
    name: t('form.name'),
    homeCity: t('profile.city'),
    locale: t('profile.locale'),
    interests: t('profile.interests'),
  }
  const form = useForm<typeof saveProfile>(fragment, 'POST /profile', {
    id: 'profile',
    page: '/account',
    invalid: useInvalidMessages(),
    labels,
    refusals,
    onDone: (answer) => {
      setStored(answer)
      onSaved(answer.profile.name)
    },
  })
  const { stored, typed, setStored } = useStoredProfile(fragment.host, form, data)
  const shown = toShown(data.profile, data.typed)
  return (
    <AccountForm form={form} hidden={{ version: String(stored.version) }}>
      <FormError form={form} next="/account">
        {typed && <ChangedElsewhere stored={stored.profile} typed={typed} labels={labels} />}
      </FormError>
      <NameField {...form.field('name')} typed={shown.name} />
      <Select
        {...form.field('homeCity')}
        hint={t('profile.city-hint')}
        choices={[['', t('profile.no-city')], ...toCityChoices(data.cities, locale)]}
        defaultValue={shown.homeCity ?? ''}
        autoComplete="address-level2"
      />
      <Select
        {...form.field('locale')}
        hint={t('profile.locale-hint')}
        choices={locales()}
        defaultValue={shown.locale}
      />
      <InterestsField {...form.field('interests')} hint={t('profile.interests-hint')} chosen={shown.interests} />
      <Notices>
        {saved && (
          <Notice kind="calm">
            <p>{t('profile.saved')}</p>
          </Notice>
        )}
      </Notices>
      <Button type="submit" kind="action" busy={form.busy}>
        {t('profile.button')}
      </Button>
    </AccountForm>
  )
}
