import { z } from 'zod'
import { id } from '../envelope.ts'
import { experiencePublished, language, offerText, sessionScheduled } from '../events/catalog.ts'
import { operation } from './operation.ts'

/** A host publishes an experience; publishing it again with other content publishes the change. */
export const publishExperience = operation({
  name: 'PUT /experiences/:experienceId',
  params: z.object({ experienceId: id }),
  body: experiencePublished.data.omit({ experienceId: true, hostId: true }).extend({
    language: language.default('en'),
    translations: z.record(language, offerText).default({}),
  }),
  answer: z.object({ experienceId: id, version: z.int() }),
  refusals: ['not-your-experience'],
})

/** A host schedules sessions of an own experience; one that is scheduled already is left as it is. */
export const scheduleSessions = operation({
  name: 'POST /experiences/:experienceId/sessions',
  params: z.object({ experienceId: id }),
  body: z.object({
    sessions: z
      .array(sessionScheduled.data.pick({ sessionId: true, startsAt: true, capacity: true, price: true }))
      .min(1)
      .max(200),
  }),
  answer: z.object({ scheduled: z.int() }),
  refusals: ['no-such-experience', 'not-your-experience'],
})
