import { catalogEvents } from '@fernweh/contracts/events/catalog'
import { type CatalogState, evolve } from './experience.ts'
import { type PublishExperience, publishExperience } from './publish-experience.ts'
import { type ScheduleSession, scheduleSession } from './schedule-session.ts'

export type CatalogCommand = PublishExperience | ScheduleSession

/** One stream per experience, and one per session. */
export const catalogDecider = {
  events: catalogEvents,
  streamOf: (command: CatalogCommand) =>
    command.type === 'publish-experience'
      ? `experience.${command.experience.experienceId}`
      : `session.${command.session.sessionId}`,
  initial: null as CatalogState,
  evolve,
  decide: (command: CatalogCommand, state: CatalogState) =>
    command.type === 'publish-experience' ? publishExperience(command, state) : scheduleSession(command, state),
}
