/** An experience in the words of schema.org, from which search engines make their richer results. */
import { fractionDigitsOf } from '@fernweh/contracts/browser/money-format'
import { toPreviewUrl } from '@fernweh/contracts/browser/pictures'
import type { Experience } from '@fernweh/contracts/feeds/search'

export function toStructuredData(
  { picture, price, next, rating }: Experience,
  { title, summary, url, origin }: { title: string; summary: string; url: string; origin: string },
): Record<string, unknown> {
  const digits = fractionDigitsOf(price.currency)
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: title,
    description: summary,
    url,
    ...(picture && { image: origin + toPreviewUrl(picture.pictureId) }),
    offers: {
      '@type': 'Offer',
      url,
      price: (price.amount / 10 ** digits).toFixed(digits),
      priceCurrency: price.currency,
      availability: `https://schema.org/${next ? 'InStock' : 'SoldOut'}`,
    },
    ...(rating.average !== null && {
      aggregateRating: {
        '@type': 'AggregateRating',
        ratingValue: Number(rating.average.toFixed(2)),
        reviewCount: rating.count,
      },
    }),
  }
}
