import { languageOf } from '@fernweh/contracts/browser/languages'
import { titleIn } from '@fernweh/contracts/browser/titles'
import type { ExperienceTitle } from '@fernweh/contracts/feeds/bookings'
import { useMessages } from '../messages/use-messages.ts'

interface BookingTitleProps {
  title: ExperienceTitle | undefined
  /** Shown while the experience's title is unknown. */
  fallback: string
}

/** The experience's title in the reader's language if it is translated, otherwise marked with its own language. */
export function BookingTitle({ title, fallback }: BookingTitleProps) {
  const { locale } = useMessages()
  if (!title) return fallback
  const { text, language } = titleIn(title, locale)
  return language === languageOf(locale) ? (
    text
  ) : (
    <bdi lang={language} dir="auto">
      {text}
    </bdi>
  )
}
