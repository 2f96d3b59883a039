import type { experiencePublished } from '@fernweh/contracts/events/catalog'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { ReviewedExperience } from '@fernweh/contracts/feeds/reviews'
import type { Transaction } from '@fernweh/kit/server/database/database'

export async function knowTitles(
  tx: Transaction,
  published: readonly EventOf<typeof experiencePublished>[],
): Promise<void> {
  // Of several of one experience the last is known.
  const titles = new Map(published.map(({ data }) => [data.experienceId, toOffer(data)]))
  await tx.query({
    name: 'know-titles',
    text: `insert into titles (experience_id, title) select * from unnest($1::text[], $2::jsonb[])
      on conflict (experience_id) do update set title = excluded.title`,
    values: [[...titles.keys()], [...titles.values()]],
  })
}

function toOffer({ title, language, translations }: EventOf<typeof experiencePublished>['data']): ReviewedExperience {
  const titles = Object.entries(translations).map(([tag, text]) => [tag, text.title])
  return { title, language, translations: Object.fromEntries(titles) }
}
