import { languageOf } from '@fernweh/contracts/browser/languages'
import { titleIn } from '@fernweh/contracts/browser/titles'
import type { ExperienceTitle } from '@fernweh/contracts/feeds/bookings'
import { useMessages } from './use-messages.ts'

interface TitleProps {
  offer: ExperienceTitle | undefined
  /** Where it is not known (yet) what the experience is called. */
  unnamed: string
}

/** What is booked, in the reader's language where its host says it in that; else it says which one it is in. */
export function Title({ offer, unnamed }: TitleProps) {
  const { locale } = useMessages()
  if (!offer) return unnamed
  const { text, language } = titleIn(offer, locale)
  return language === languageOf(locale) ? (
    text
  ) : (
    <bdi lang={language} dir="auto">
      {text}
    </bdi>
  )
}
