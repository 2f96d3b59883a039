/** Titles of experiences, shown with the reviews of a person. */
import type { experiencePublished } from '@fernweh/contracts/events/catalog'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { ReviewedExperience } from '@fernweh/contracts/feeds/reviews'
import type { Statement } from '@fernweh/kit/server/database/database'

type Experience = EventOf<typeof experiencePublished>['data']

/** Later versions of the same experience come last. */
export function upsertTitles(published: readonly Experience[]): Statement {
  const titles = new Map(published.map((experience) => [experience.experienceId, toTitle(experience)]))
  return {
    name: 'upsert-titles',
    text: `insert into titles (experience_id, title) select * from unnest($1::text[], $2::jsonb[])
      on conflict (experience_id) do update set title = excluded.title`,
    values: [[...titles.keys()], [...titles.values()]],
  }
}

function toTitle({ title, language, translations }: Experience): ReviewedExperience {
  const titles = Object.entries(translations).map(([tag, text]) => [tag, text.title])
  return { title, language, translations: Object.fromEntries(titles) }
}
