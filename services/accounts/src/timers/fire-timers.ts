/** Addresses are looked up as soon as a request is committed, out of sight of who sent it; links end when they expire. */
import type { Service } from '@fernweh/kit/server/boot/open-service'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { runTimers, type Timer } from '@fernweh/kit/server/event-log/timers'
import type { Commit } from '../commands/commit.ts'
import { issuePasswordResetLink } from '../commands/issue-password-reset-link.ts'
import { issueSignUpLink } from '../commands/issue-sign-up-link.ts'
import { parseTimerName } from '../views/link-timers.ts'
import { deleteReset } from '../views/password-resets.ts'
import { deleteSignUp } from '../views/sign-ups.ts'

/** Each changes nothing when it is done again. */
const links = {
  'sign-up': { issue: issueSignUpLink, end: deleteSignUp },
  'password-reset': { issue: issuePasswordResetLink, end: deleteReset },
}

export function fireTimers({ pool, log, metrics }: Pick<Service, 'pool' | 'log' | 'metrics'>, commit: Commit) {
  async function fireOne({ name, data }: Timer): Promise<void> {
    const { kind, id, isEnd } = parseTimerName(name)
    await (isEnd ? links[kind].end(pool, id) : links[kind].issue(commit, id, data as Meta))
  }

  /** A timer that fails delays none of the others; all of them fire again. */
  async function fire(due: Timer[]): Promise<void> {
    const failed: unknown[] = []
    for (const timer of due) await fireOne(timer).catch((error) => failed.push(error))
    if (failed.length > 0) throw new AggregateError(failed, String(failed[0]))
  }

  return runTimers({ pool, fire, log, metrics })
}
