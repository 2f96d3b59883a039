import { changeProfile, getHost, me, myProfile, type Person } from '@fernweh/contracts/api/accounts'
import { isRefused } from '@fernweh/contracts/api/operation'
import { route } from '@fernweh/kit/server/http/http'
import { requireIdentity } from '@fernweh/kit/server/http/identity'
import { signInRequired } from '@fernweh/kit/server/http/problem'
import type { IRouter } from 'express'
import type { ProfileStore } from '../commands/change-profile.ts'
import type { People } from '../views/people.ts'
import { toMeta } from './request-context.ts'

export interface ProfileParts {
  people: People
  profiles: ProfileStore
  personOf(accountId: string): Promise<Person>
}

export function serveProfiles(router: IRouter, { people, profiles, personOf }: ProfileParts): void {
  async function profileOf(accountId: string) {
    const found = await people.profile(accountId)
    if (!found) throw signInRequired()
    return found
  }

  route(router, me, (asked) => personOf(requireIdentity(asked).sub))

  route(router, getHost, async ({ params }) => {
    const found = await people.find(params.accountId)
    return found?.role === 'host' ? { name: found.name } : { refused: 'no-such-host' }
  })

  route(router, myProfile, (asked) => profileOf(requireIdentity(asked).sub))

  route(router, changeProfile, async (asked) => {
    const { sub } = requireIdentity(asked)
    const outcome = await profiles.change(sub, asked.body, toMeta(asked, sub))
    return isRefused(outcome) ? outcome : profileOf(sub)
  })
}
