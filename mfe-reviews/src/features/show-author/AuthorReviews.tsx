import { languageOf } from '@fernweh/contracts/browser/languages'
import { titleIn } from '@fernweh/contracts/browser/titles'
import type { AuthorData } from '@fernweh/contracts/fragments/reviews'
import { Month } from '../../Month.tsx'
import { useMessages } from '../../messages/use-messages.ts'
import { ReviewText } from '../../ReviewText.tsx'
import styles from './AuthorReviews.module.css'

type Reviews = NonNullable<AuthorData['known']>['reviews']

/** What somebody says of where they have been. */
export function AuthorReviews({ reviews }: { reviews: Reviews }) {
  const { t } = useMessages()
  return (
    <section aria-labelledby="reviews-of-person">
      <h2 id="reviews-of-person">{t('author.reviews')}</h2>
      <ul className={styles.list}>
        {reviews.map((review) => (
          <li key={review.reviewId} className={styles.review} data-review={review.reviewId}>
            <h3>
              <Experience review={review} />
            </h3>
            <p className={styles.soft}>
              <Month instant={review.writtenAt} />
            </p>
            <ReviewText review={review} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Experience({ review: { experienceId, offer } }: { review: Reviews[number] }) {
  const { t, locale } = useMessages()
  const href = `/e/${experienceId}`
  if (!offer) return <a href={href}>{t('author.experience')}</a>
  const { text, language } = titleIn(offer, locale)
  return (
    <a href={href} lang={language === languageOf(locale) ? undefined : language} dir="auto">
      {text}
    </a>
  )
}
