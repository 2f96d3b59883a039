import { useMessages } from '../messages/use-messages.ts'

/** Messages for invalid values by field. */
export function useInvalidMessages(): Record<string, string> {
  const { t } = useMessages()
  return {
    mail: t('form.invalid.mail'),
    name: t('form.invalid.name'),
    password: t('form.invalid.password'),
    next: t('form.invalid.password'),
    current: t('form.invalid.current'),
    homeCity: t('form.invalid.city'),
    interests: t('form.invalid.interests'),
  }
}
