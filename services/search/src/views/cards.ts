import type { SearchResult } from '@fernweh/contracts/api/search'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { Experience, ExperienceCard } from '@fernweh/contracts/feeds/search'
import { type PublishedOffer, toExperience, toListing, toNextSession } from '../domain/offer.ts'
import type { Match } from '../domain/order.ts'

/** The card and the whole page of an experience change together, each with its own feed. */
export const feedsOf = (experienceId: string) => [`listing.${experienceId}`, `experience.${experienceId}`]

export function toCard(offer: PublishedOffer, now: Date): Versioned<ExperienceCard> {
  return { feed: `listing.${offer.experienceId}`, version: offer.version, data: toListing(offer, now.getTime()) }
}

export function toPage(offer: PublishedOffer, now: Date): Versioned<Experience> {
  return { feed: `experience.${offer.experienceId}`, version: offer.version, data: toExperience(offer, now.getTime()) }
}

export function toFound({ offer, session }: Match, now: Date): SearchResult {
  return { ...toCard(offer, now), session: toNextSession(session) }
}
