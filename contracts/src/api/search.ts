import { z } from 'zod'
import { id } from '../envelope.ts'
import { versioned } from '../feeds/feed.ts'
import { experience, listing } from '../feeds/search.ts'
import { operation } from './operation.ts'

export const findExperiences = operation({
  name: 'GET /experiences',
  query: z.object({
    q: z.string().trim().max(200).default(''),
    limit: z.coerce.number().int().min(1).max(100).default(24),
  }),
  answer: z.object({ total: z.int(), found: z.array(versioned(listing)) }),
})

export const getExperience = operation({
  name: 'GET /experiences/:experienceId',
  params: z.object({ experienceId: id }),
  answer: z.object({ experience: versioned(experience) }),
  refusals: ['no-such-experience'],
})
