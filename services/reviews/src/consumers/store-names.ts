import type { Envelope } from '@fernweh/contracts/envelope'
import { profileChanged } from '@fernweh/contracts/events/accounts'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Service } from '@fernweh/kit/server/boot/open-service'
import { bumpFeeds, type FeedPublisher } from '@fernweh/kit/server/feeds/publisher'
import { upsertNames } from '../views/names.ts'
import { feedsOfAuthors } from '../views/ratings.ts'

const readProfile = (envelope: Envelope) => readEvent([profileChanged], envelope).data

/** A changed name changes every feed that shows a review of its person. */
export function storeNames({ consume, pool, log }: Pick<Service, 'consume' | 'pool' | 'log'>, feeds: FeedPublisher) {
  return consume({
    name: 'reviews-know-names',
    owner: 'accounts',
    noun: 'profile',
    async handleAll(tx, envelopes) {
      const profiles = envelopes.map(readProfile)
      await tx.query(upsertNames(profiles))
      await tx.query(bumpFeeds(await feedsOfAuthors(tx, profiles.map(toAuthor))))
    },
    afterCommit(envelopes) {
      feedsOfAuthors(pool, envelopes.map(readProfile).map(toAuthor))
        .then((changed) => feeds.changed(changed))
        .catch((error: Error) => log.warn({ err: error }, 'feeds of changed names not read, push skipped'))
    },
  })
}

const toAuthor = ({ accountId }: { accountId: string }) => accountId
