import { getHost, me } from '@fernweh/contracts/api/accounts'
import { isRefused } from '@fernweh/contracts/api/operation'
import { discover, findExperiences, getExperience, similarExperiences } from '@fernweh/contracts/api/search'
import { languageOf } from '@fernweh/contracts/browser/languages'
import { id } from '@fernweh/contracts/envelope'
import type { ExperienceData, FindData, HomeData, SearchQuery, SimilarData } from '@fernweh/contracts/fragments/search'
import type {
  FragmentQueries,
  FragmentRequest,
  FragmentResponse,
  MessageRef,
} from '@fernweh/kit/server/fragments/fragments'
import { notFound } from '@fernweh/kit/server/http/problem'
import { callOperation, type Upstream } from '@fernweh/kit/server/http/upstream'
import { readSearch } from './read-search.ts'

const MAX_CITY = 80
const nothing: ExperienceData = { experience: null, hostName: null, inOriginal: false }
const notThere: FragmentResponse = { status: 404, title: { key: 'title.not-found' }, data: nothing }

export function createQueries({ search, accounts }: { search: Upstream; accounts: Upstream }): FragmentQueries {
  return {
    async Home({ url, identity }: FragmentRequest) {
      const chosen = url.searchParams.get('near')
      const near = (chosen ?? (await homeOf(accounts, identity))).trim().slice(0, MAX_CITY)
      const data: HomeData = await callOperation(search, discover, { query: { near } })
      return { title: { key: 'title.home' }, meta: { description: { key: 'description.home' } }, data }
    },

    async Find({ url }: FragmentRequest) {
      const asked = readSearch(url)
      const data: FindData = { search: asked, ...(await callOperation(search, findExperiences, { query: asked })) }
      return { title: toTitle(asked), meta: { description: { key: 'description.find' } }, data }
    },

    async Experience({ url, params, locale }: FragmentRequest) {
      const experienceId = id.safeParse(params.id)
      if (!experienceId.success) return notThere
      const answer = await callOperation(search, getExperience, { params: { experienceId: experienceId.data } })
      if (isRefused(answer)) return notThere
      const original = answer.experience.data
      const inOriginal = url.searchParams.has('original')
      const { title, summary } = (inOriginal ? undefined : original.translations[languageOf(locale)]) ?? original
      const hostName = await nameOf(accounts, original.hostId)
      const data: ExperienceData = { ...answer, hostName, inOriginal }
      return { title: `${title} · Fernweh`, meta: { description: summary }, data }
    },

    async Similar({ params }: FragmentRequest) {
      const experienceId = id.safeParse(params.id)
      if (!experienceId.success) throw notFound()
      const asked = { params: { experienceId: experienceId.data } }
      const data: SimilarData = await callOperation(search, similarExperiences, asked)
      return { title: { key: 'details.similar' }, data }
    },
  }
}

/** Empty for visitors, and for those of whom nothing can be learned now. */
async function homeOf(accounts: Upstream, identity: FragmentRequest['identity']): Promise<string> {
  if (!identity) return ''
  const person = await callOperation(accounts, me, { identity }).catch(() => null)
  return person?.homeCity ?? ''
}

async function nameOf(accounts: Upstream, accountId: string): Promise<string | null> {
  const host = await callOperation(accounts, getHost, { params: { accountId } }).catch(() => null)
  return host && !isRefused(host) ? host.name : null
}

/** As `mfe-search` says it after another search on the same page. */
function toTitle({ q, city }: SearchQuery): MessageRef {
  if (q !== '') return { key: 'title.find-query', values: { q } }
  return city === undefined ? { key: 'title.find' } : { key: 'title.find-city', values: { city } }
}
