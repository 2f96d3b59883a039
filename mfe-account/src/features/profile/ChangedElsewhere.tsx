import type { Profile } from '@fernweh/contracts/api/accounts'
import { Notice } from '@fernweh/ui/feedback/Notice'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './ChangedElsewhere.module.css'
import { toLocaleName, useInterestName } from './choices.ts'
import { type ProfileField, toDifferent } from './entered-profile.ts'

interface ChangedElsewhereProps {
  stored: Profile
  typed: Profile
  labels: Record<ProfileField, string>
}

/** What was saved elsewhere stands beside what was typed here; nothing is lost before the reader decides. */
export function ChangedElsewhere({ stored, typed, labels }: ChangedElsewhereProps) {
  const { t } = useMessages()
  const toText = useText()
  const different = toDifferent(stored, typed)
  return (
    <Notice kind="loss">
      <p>{t('profile.changed-elsewhere')}</p>
      {different.length > 0 && (
        <dl className={styles.differences}>
          {different.map((field) => (
            <div key={field}>
              <dt>{t('profile.other-version', { label: labels[field] })}</dt>
              <dd>{toText(stored, field)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p>
        {t('profile.keep')} <a href="/account">{t('profile.use-other')}</a>
      </p>
    </Notice>
  )
}

function useText() {
  const { t, locale } = useMessages()
  const interestName = useInterestName()
  return (profile: Profile, field: ProfileField): string => {
    if (field === 'locale') return toLocaleName(profile.locale)
    if (field !== 'interests') return profile[field] || t('profile.none')
    return new Intl.ListFormat(locale).format(profile.interests.map(interestName)) || t('profile.none')
  }
}
