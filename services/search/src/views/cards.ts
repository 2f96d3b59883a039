import type { SearchResult } from '@fernweh/contracts/api/search'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { Experience, ExperienceCard } from '@fernweh/contracts/feeds/search'
import { type PublishedDetails, toExperience, toExperienceCard, toNextSession } from '../domain/experience.ts'
import type { Match } from '../domain/rank-matches.ts'

/** The card and the page of an experience change together, each with its own feed. */
export const feedsOf = (experienceId: string) => [`listing.${experienceId}`, `experience.${experienceId}`]

export function toCard(experience: PublishedDetails, now: Date): Versioned<ExperienceCard> {
  return {
    feed: `listing.${experience.experienceId}`,
    version: experience.version,
    data: toExperienceCard(experience, now.getTime()),
  }
}

export function toPage(experience: PublishedDetails, now: Date): Versioned<Experience> {
  return {
    feed: `experience.${experience.experienceId}`,
    version: experience.version,
    data: toExperience(experience, now.getTime()),
  }
}

export function toSearchResult({ experience, session }: Match, now: Date): SearchResult {
  return { ...toCard(experience, now), session: toNextSession(session) }
}
