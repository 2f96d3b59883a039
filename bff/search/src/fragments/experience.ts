import { getHost } from '@fernweh/contracts/api/accounts'
import { isRefused } from '@fernweh/contracts/api/operation'
import { getExperience } from '@fernweh/contracts/api/search'
import { languageOf } from '@fernweh/contracts/browser/languages'
import { toPreviewUrl } from '@fernweh/contracts/browser/pictures'
import { id } from '@fernweh/contracts/envelope'
import type { ExperienceData } from '@fernweh/contracts/fragments/search'
import { type FragmentRequest, type FragmentResponse, toPagePath } from '@fernweh/kit/server/fragments/fragments'
import { callOperation, type Upstream } from '@fernweh/kit/server/http/upstream'
import type { SearchDeps } from '../deps.ts'
import { toStructuredData } from '../structured-data.ts'

function toNotFound(url: URL): FragmentResponse {
  const data: ExperienceData = { page: toPagePath(url), experience: null, hostName: null, inOriginal: false }
  return { status: 404, title: { key: 'title.not-found' }, data }
}

/** `?original` shows the language the experience was written in. */
export async function queryExperience(
  { url, params, locale }: FragmentRequest,
  { search, accounts, origin }: SearchDeps,
): Promise<FragmentResponse> {
  const experienceId = id.safeParse(params.id)
  if (!experienceId.success) return toNotFound(url)
  const answer = await callOperation(search, getExperience, { params: { experienceId: experienceId.data } })
  if (isRefused(answer)) return toNotFound(url)
  const original = answer.experience.data
  const inOriginal = url.searchParams.has('original')
  const { title, summary } = (inOriginal ? undefined : original.translations[languageOf(locale)]) ?? original
  const hostName = await hostNameOf(accounts, original.hostId)
  const data: ExperienceData = { page: toPagePath(url), ...answer, hostName, inOriginal }
  const canonical = `/e/${original.experienceId}`
  const { picture } = original
  const meta = {
    description: summary,
    canonical,
    ...(picture && { picture: toPreviewUrl(picture.pictureId) }),
    structured: toStructuredData(original, { title, summary, url: origin + canonical, origin }),
  }
  return { title: `${title} · Fernweh`, meta, data }
}

/** Null while accounts does not answer. */
async function hostNameOf(accounts: Upstream, accountId: string): Promise<string | null> {
  const host = await callOperation(accounts, getHost, { params: { accountId } }).catch(() => null)
  return host && !isRefused(host) ? host.name : null
}
