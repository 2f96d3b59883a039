import { demoPeople, me } from '@fernweh/contracts/api/accounts'
import type { MenuData, SignInData } from '@fernweh/contracts/parts/account'
import type { Caller } from '@fernweh/kit/server/identity'
import { type PartAsked, type PartQueries, pageOf } from '@fernweh/kit/server/parts'
import { call, type Upstream } from '@fernweh/kit/server/upstream'
import { toNextPath } from './next-path.ts'

export function createQueries(accounts: Upstream): PartQueries {
  async function personOf(identity: Caller | null) {
    return identity && (await call(accounts, me, { identity }))
  }

  async function choice(identity: Caller | null, next: string): Promise<SignInData> {
    const [{ people }, person] = await Promise.all([call(accounts, demoPeople), personOf(identity)])
    return { person, people, next }
  }

  return {
    async Menu({ url, identity }: PartAsked) {
      const data: MenuData = { person: await personOf(identity), next: pageOf(url) }
      return { title: 'Menu', data }
    },

    async People({ url, identity }: PartAsked) {
      return { title: 'People', data: await choice(identity, pageOf(url)) }
    },

    async SignIn({ url, identity }: PartAsked) {
      const next = toNextPath(url.searchParams.get('next') ?? '/') ?? '/'
      return { title: 'Sign in · Fernweh', data: await choice(identity, next) }
    },
  }
}
